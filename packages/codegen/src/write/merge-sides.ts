type Side = "ours" | "base" | "theirs" | "both";

/** Git makes its markers longer where both sides have renamed a file. */
const markers: readonly (readonly [marker: RegExp, next: Side])[] = [
  [/^<{7,} /, "ours"],
  [/^\|{7,} /, "base"],
  [/^={7,}\r?$/, "theirs"],
  [/^>{7,} /, "both"],
];

/** What a text was on both sides of a merge that git could not make; of any other text, the text alone. */
export function mergeSides(text: string): readonly string[] {
  return /^<{7,} /m.test(text) ? [sideOf(text, "ours"), sideOf(text, "theirs")] : [text];
}

function sideOf(text: string, wanted: Side): string {
  let side: Side = "both";
  const lines = text.split("\n").filter((line) => {
    const next = nextSide(line, side);
    const isKept = next === undefined && (side === "both" || side === wanted);
    side = next ?? side;
    return isKept;
  });
  return lines.join("\n");
}

/** The side that begins at a line. Outside of a conflict, `=======` is a line like any other. */
function nextSide(line: string, side: Side): Side | undefined {
  const next = markers.find(([marker]) => marker.test(line))?.[1];
  return next === "theirs" && side === "both" ? undefined : next;
}
