/**
 * What mail servers say when an address will never take mail again (hard) and when it is anything else (soft). Servers
 * use status codes loosely, so their words are read first; written against labelled bounces of some sixty systems.
 * All lower case, as they stand in folded text.
 */

/** Words, or something said of somebody no more than `within` letters behind the name. */
export type Phrase = RegExp | { readonly of: RegExp; readonly within: number; readonly said: RegExp };

/** The address may exist: the reason lies with the mailbox's state, with us, the content, the network or the policy. */
export const SOFT_PHRASES: readonly Phrase[] = [
  /mail ?box (?:is |size |has )?(?:exceeded|full|over)|(?:over|exceed(?:s|ed|ing)?) (?:the |your |its |his |their )?(?:mail ?box |disk |storage |local ){0,3}(?:quota|limit|size)|quota (?:is )?(?:exceeded|full)|out of storage|mailbox full|insufficient (?:disk|storage|system) /,
  /too many (?:connections|recipients|messages|mails?|concurrent)|rate limit|frequency limited|sent to too many/,
  {
    of: /(?:account|mailbox|user|address|recipient)\b/g,
    within: 60,
    said: / (?:is |was |has been |temporary |temporarily ){0,3}(?:disabled|suspended|locked|frozen|blocked|restricted|not active|inactive)\b(?! email address)/,
  },
  /disabled (?:user|account|recipient|mailbox)|account (?:disabled|closed temporarily)/,
  /\b(?:spf|dmarc|dkim|arc)\b|authenticat|unauthenticated|sender (?:address |domain )?(?:rejected|denied|verify failed)|sender rejected|(?:domain of )?sender address|(?:after|reply to|like our) mail from|\[mail_from\]|\(mail from\)/,
  /spam|\bube\b|virus|blacklist(?!ed, or missing)|black list|blocklist|block list|blocked using|(?<!not )listed (?:in|by|at|on) |\brbl\b|dnsbl|spamhaus|reputation|content rejected|message (?:was )?(?:content )?rejected due|poor reputation|open relay|no access from/,
  /reverse dns|\bptr\b|rdns|forward dns|\bhelo\b|\behlo\b|my name was rejected/,
  /host not found, try again|greylist|graylist|try again later|temporarily (?:deferred|unavailable|rejected)|temporary (?:failure|error|problem)|service (?:is )?(?:refused|unavailable, )|veuillez essayer plus tard/,
  /relay(?:ing)? (?:access )?(?:denied|not permitted|not allowed)|relaying denied|not permitted to relay/,
  /connection (?:timed out|refused|reset|lost)|timed out|could not deliver for the last|message expired|retry time(?:out)? exceeded|too many hops|hop count|routing loop|network is unreachable|no route to host|mail loop/,
  /refused due to recipient preferences|recipient preferences|policy (?:reasons|violation|restrictions?)|not (?:a )?member of|members? only|unsolicited|closed discussion|permission to post|not have permission/,
  /message (?:size|is too|too) (?:exceeds|large|big|long)|too large|message length exceeds/,
];

/** Nobody by that name, nowhere by that host, gone, or a place that takes no mail. */
export const HARD_PHRASES: readonly Phrase[] = [
  {
    of: /(?:user|recipient|mail ?box|account|address|username|addressee|userid)s?\b/g,
    within: 80,
    said: / (?:is |was |are )?(?:unknown|not (?:be )?(?:found|known|recognized|recognised|listed|exist)|(?:does|do|did|could)(?: not|n't) (?:exist|be found)|unrouteable|no longer (?:available|on server|valid|exists?|active|in use))/,
  },
  /(?:unknown|invalid|no such|bad|illegal|nonexistent|non-existent|unrecognized|undeliverable) (?:final delivery )?(?:local )?(?:user|recipient|mail ?box|address(?! error)|account|alias|userid|or illegal alias|to address|destination mailbox|rcpt|email|e-mail)/,
  /no (?:mail ?box|user|account|recipient|such user|valid recipients?|address) (?:here |found |by that name|with that name|named)|no such (?:user|person|recipient|mailbox|address|email)|not our (?:user|customer)|user (?:not found|unknown)|unknown user/,
  /recipient (?:address )?(?:rejected|not found|unknown)(?:: access denied|: user unknown|: unknown|: invalid)|address rejected(?!:)|recipnotfound|recipientnotfound|recipient not found|mailbox unavailable|mailbox not found|mailbox does not exist|unrouteable address/,
  { of: /(?:user|account) /g, within: 60, said: /does(?: not|n't) have an? (?:[^ ]+ ){0,3}account/ },
  { of: /adresse /g, within: 30, said: /destinataire[^ ]{0,20} (?:[^ ]{1,20} ){0,2}invalide/ },
  /destinataire inconnu|inactive email address|email account that you tried to reach does not exist|nosuchuser/,
  /host (?:or domain )?(?:name |[^ ]+ )?(?:is )?(?:unknown|not found)|(?:no such|unknown|invalid|illegal|bad) (?:host|domain)|host unknown|find any host named|domain (?:is )?(?:not reachable|does not exist|not found|name not found|must exist)|(?:account or )?domain may not exist|host\/domain name found|bad destination system|non-?existent domain|nxdomain|name or service not known/,
  /destination mailbox has moved|no forwarding address|no longer (?:on server|works? here|with us)|(?:user|recipient|mailbox|account) has (?:moved|left)|has been discontinued/,
  /does not accept (?:mail|e-?mail)|not accepting (?:network )?messages|(?:find|found) a mail exchanger|no mx record|indicated no smtp service|null mx|nullmx|no mail server|mail server for [^ ]+ does not exist|name service error for name=[^ ]+ type=mx: malformed/,
];

/** RFC 3463 codes that mean the same by themselves. X.1.1 and its kin also arrive with 4 where servers err. */
export const HARD_STATUS: ReadonlySet<string> = new Set([
  "5.1.1",
  "5.1.2",
  "5.1.3",
  "5.1.6",
  "5.1.10",
  "5.4.4",
  "5.3.2",
  "4.1.1",
]);

/** Codes that rule out a hard bounce by themselves: full or switched off, our address, policy, any X.4 and X.6. */
export const SOFT_STATUS = /^(?:[245]\.(?:2\.[234]|1\.[78]|3\.[14]|6\.\d+|7\.\d+)|4\.(?!1\.)\d+\.\d+)$/;

/**
 * "User unknown" after the whole mail was taken, or without naming the user: the filters of mobile carriers answer
 * so for addresses that exist.
 */
export const FILTERED = /end of data|smtp command data|after data|to data command|\b55\d:? : user unknown/;
/** The same, unless the command that named the user follows. */
export const UNNAMED_UNKNOWN = /\b550[ -]'?unknown user/g;
