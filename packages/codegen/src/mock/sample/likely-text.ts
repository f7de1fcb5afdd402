import type { JsonSchemaObject } from "../../signature.js";
import { numberKeyword } from "../validation/schema-view.js";
import { findByName } from "./name-words.js";
import type { Random } from "./random.js";
import { sampleFormat } from "./sample-format.js";
import { firstName, lastName, paragraph, phrase, sentence, title, word } from "./vocabulary.js";

type Write = (random: Random) => string;

const ofFormat =
  (format: string): Write =>
  (random) =>
    sampleFormat(format, random) ?? "";
const oneOf =
  (...texts: readonly string[]): Write =>
  (random) =>
    random.pick(texts) ?? "";
const hex =
  (digits: number): Write =>
  (random) =>
    [1, 2, 3, 4]
      .map(() => random.seed().toString(16).padStart(8, "0"))
      .join("")
      .slice(0, digits);

/** How texts are written, and the names of those that are. */
const ways: readonly (readonly [write: Write, names: string])[] = [
  [
    sentence,
    "text, message, caption, comment, prompt, answer, response, reply, reason, note, sentence, question, quote, error",
  ],
  [
    paragraph,
    "summary, description, content, body, story, transcript, transcription, article, document, paragraph, bio",
  ],
  [title, "name, title, headline, subject, heading, label, product, company, organization"],
  [word, "word, token, tag, keyword, category, type, kind, topic, genre, class, group"],
  [(random) => `${firstName(random)} ${lastName(random)}`, "person, author, speaker, owner, user, customer, artist"],
  [firstName, "first name, given name"],
  [lastName, "surname, last name, family name"],
  [
    (random) => `${firstName(random).toLowerCase()}${random.between(1, 99)}`,
    "username, user name, login, handle, nickname",
  ],
  [ofFormat("email"), "email, mail, email address"],
  [(random) => `+1 555 01${random.between(10, 99)}`, "phone, telephone, phone number"],
  [ofFormat("uri"), "url, uri, link, href, website, homepage, endpoint"],
  [hex(8), "id, identifier, key, ref, reference"],
  [hex(32), "hash, digest, checksum, sha"],
  [ofFormat("uuid"), "uuid, guid"],
  [ofFormat("date-time"), "at, timestamp, datetime"],
  [ofFormat("date"), "date, day, birthday"],
  [ofFormat("ipv4"), "ip, ip address"],
  [oneOf("example.com", "example.org"), "host, hostname, domain"],
  [oneOf("en", "de", "fr", "es", "ja"), "language, lang, locale"],
  [oneOf("France", "Japan", "Kenya", "Brazil"), "country, nation"],
  [oneOf("Lyon", "Osaka", "Nairobi", "Recife"), "city, town"],
  [(random) => `${random.between(1, 200)} ${title(random)} Street`, "address, street"],
  [(random) => String(random.between(10000, 99999)), "zip, postcode, zip code, postal code"],
  [oneOf("EUR", "USD", "JPY"), "currency"],
  [(random) => `#${hex(6)(random)}`, "color, colour"],
  [oneOf("ready", "running", "done"), "status, state"],
  [(random) => `${random.between(1, 3)}.${random.between(0, 9)}.${random.between(0, 9)}`, "version"],
  [(random) => `${word(random)}-${random.between(1, 99)}.txt`, "file, filename, path, file name"],
  [oneOf("text/plain", "image/png", "audio/wav"), "mime, mime type, media type, content type"],
];

const byName: ReadonlyMap<string, Write> = new Map(
  ways.flatMap(([write, names]) => names.split(", ").map((name) => [name, write] as const)),
);

/** Texts that have to be longer than this are left to others. */
const longest = 10_000;

/** A text such as people write under a name, as long as the schema asks. It does not look at patterns. */
export function likelyText(schema: JsonSchemaObject, words: readonly string[], random: Random): string {
  const write = findByName(byName, words) ?? phrase;
  const least = Math.min(numberKeyword(schema, "minLength") ?? 0, longest);
  const most = numberKeyword(schema, "maxLength") ?? Number.POSITIVE_INFINITY;
  let text = write(random);
  while (text.length < least) text += ` ${write(random)}`;
  return text.length > most ? cut(text, least, most) : text;
}

/** Cuts between words, where what is left is long enough. */
function cut(text: string, least: number, most: number): string {
  const end = text.lastIndexOf(" ", most);
  return text.slice(0, end < Math.max(least, 1) ? most : end);
}
