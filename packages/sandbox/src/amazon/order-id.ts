/** `S…` are orders of multi-channel fulfilment; the serial 0000000 is Amazon's own example of an invalid id. */
export function isOrderId(text: string): boolean {
  return /^(\d{3}|S\d{2})-\d{7}-(?!0000000$)\d{7}$/.test(text);
}
