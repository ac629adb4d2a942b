import { type AuditLine, actorWords, actWords, changeWords } from "./audit-words.ts";

export const AUDIT_CSV_HEADER = ["At (UTC)", "Who", "Address", "Agency", "From", "Act", "Subject", "Change"];

export const auditCsvRow = (line: AuditLine): readonly string[] => [
  line.at.toString(),
  actorWords(line),
  line.email ?? "",
  line.agencyName ?? "",
  line.network ?? "",
  actWords(line.act),
  line.subject,
  changeWords(line),
];
