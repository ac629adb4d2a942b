import { AR } from "./ar.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { ES } from "./es.ts";
import { FR } from "./fr.ts";
import { IT } from "./it.ts";
import { JA } from "./ja.ts";
import type { NoticeLexicon } from "./lexicon.ts";
import { NL } from "./nl.ts";
import { PL } from "./pl.ts";
import { PT } from "./pt.ts";
import { SV } from "./sv.ts";
import { TR } from "./tr.ts";
import { ZH } from "./zh.ts";

export const LEXICONS: readonly NoticeLexicon[] = [EN, FR, DE, JA, IT, ES, NL, SV, PL, PT, TR, AR, ZH];
