import type { GuidelineRule } from "../finding.ts";
import { opinionsOf } from "./asking.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { affirmed, mentions, onePerSentence, type Pair, pairsOf, reportWords, sentencesOf } from "./near.ts";
import { CONTENT_LIST } from "./report.ts";
import type { Hit, Reading, Wording } from "./wording.ts";

const CONDITION = { letters: 40, sentences: 0, inOrder: true };
const ASKED = { letters: 170, sentences: 1 };
const DIVERTED = { letters: 140, sentences: 1 };
const NEXT = { letters: 120, sentences: 2, inOrder: true };

/**
 * | found                                                              | example                          |
 * |--------------------------------------------------------------------|----------------------------------|
 * | a mood as condition, and an opinion                                | "if you are happy, review us"    |
 * | a question about a mood, and the request after it                  | "Happy? Review us!"              |
 * | a review put off, or a bad mood and "first", and "write to us"     | "contact us before you review"   |
 * | a bad review and "write to us"                                     |                                  |
 * | a mood, and "tell only us"                                         | "Not happy? Tell only us."       |
 * | a mood, then "only then" beside a request for an opinion           | "Liked it? Only then review it." |
 */
export const noConditionalAsk: GuidelineRule = {
  id: "PROH-06",
  class: "prohibited-content",
  severity: "block",
  title: "A review is asked for whatever the buyer thinks",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  check(_message, _markup, wording) {
    const places = wording.readings.flatMap((reading) => {
      const neutral = sentencesOf(reading, "neutral");
      return [
        ...pairsOf(moods(reading), opinionsOf(reading), ASKED),
        ...afterQuestion(reading),
        ...diverted(reading, wording),
        ...keptFromOthers(reading),
        ...onlyThen(reading),
        ...pairsOf(affirmed(reading, "negativeReview", wording), reading.hits("contactUs"), DIVERTED),
      ]
        .filter(({ first }) => !neutral.has(first.sentence))
        .map((pair) => ({ reading, from: pair.from, to: pair.to, sentence: pair.first.sentence }));
    });
    const complaint = "The request depends on the buyer being content; it must be open to every opinion.";
    return onePerSentence(places).map((place) => reportWords(this, complaint, place));
  },
};

/** "If you are happy", in one phrase or as a condition and a mood. */
function moods(reading: Reading): readonly Hit[] {
  const pairs = pairsOf(reading.hits("condition"), reading.hits("happy"), CONDITION);
  return [...reading.hits("happyIf"), ...pairs.map(({ first, from, to }) => ({ ...first, from, to }))];
}

/** "Happy? Review us!" selects; "How happy are you? Review us!" does not, nor does one that names both moods. */
function afterQuestion(reading: Reading): readonly Pair[] {
  if (reading.hits("neutral").length > 0) {
    return [];
  }
  const open = sentencesOf(reading, "howQuestion");
  const fair = sentencesOf(reading, "honest");
  const asking = reading
    .hits("happy")
    .filter(({ sentence }) => reading.sentences[sentence]?.isQuestion === true && !open.has(sentence));
  return pairsOf(asking, reading.hits("review"), NEXT).filter(
    ({ first, second }) => first.sentence < second.sentence && !fair.has(second.sentence),
  );
}

const ONLY_US = { letters: 120, sentences: 4 };

function keptFromOthers(reading: Reading): readonly Pair[] {
  const moodsNamed = [...reading.hits("unhappy"), ...reading.hits("happy"), ...reading.hits("happyIf")];
  return pairsOf(reading.hits("onlyUs"), moodsNamed, ONLY_US);
}

function onlyThen(reading: Reading): readonly Pair[] {
  const asked = pairsOf(reading.hits("onlyThen"), opinionsOf(reading), { letters: 120, sentences: 0 });
  return pairsOf(
    [...reading.hits("happy"), ...reading.hits("unhappy")],
    asked.map(({ first }) => first),
    NEXT,
  );
}

function diverted(reading: Reading, wording: Wording): readonly Pair[] {
  const contact = reading.hits("contactUs");
  if (contact.length === 0 || !(mentions(wording, "review") || mentions(wording, "negativeReview"))) {
    return [];
  }
  const turning = sentencesOf(reading, "divert");
  const putOff = pairsOf(reading.hits("beforeReview"), contact, DIVERTED).filter((pair) =>
    concernsReview(reading, pair),
  );
  const unhappy = pairsOf(reading.hits("unhappy"), contact, DIVERTED).filter(
    ({ first, second }) => turning.has(first.sentence) || turning.has(second.sentence),
  );
  return [...putOff, ...unhappy];
}

function concernsReview(reading: Reading, { first }: Pair): boolean {
  const spoken = [...opinionsOf(reading), ...reading.hits("negativeReview")];
  return spoken.some(({ sentence }) => sentence === first.sentence);
}
