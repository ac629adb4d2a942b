/** A mail about an account, as it goes out. */
export interface AccountMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
