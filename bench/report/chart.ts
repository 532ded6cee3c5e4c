// A bar chart as SVG. The background is left to the page it stands on; text and bars have tones that show on light
// and on dark ones.

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Bars of one kind share a colour. */
  readonly kind: "own" | "checking" | "plain";
}

const colours = { own: "#e8710a", checking: "#4f83cc", plain: "#8a94a0" } as const;
const captions = { own: "Turnpike", checking: "with the check", plain: "plain relay, checks nothing" } as const;

const width = 860;
const labelWidth = 270;
const barHeight = 22;
const rowHeight = 32;
const top = 78;
const valueWidth = 70;

export function drawBars(title: string, subtitle: string, bars: readonly Bar[]): string {
  const sorted = bars.toSorted((a, b) => a.value - b.value);
  const longest = Math.max(1, ...sorted.map(({ value }) => value));
  const scale = (width - labelWidth - valueWidth) / longest;
  const height = top + sorted.length * rowHeight + 44;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(title)}">
<style>
  text { font: 14px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #6e7781; }
  .title { font-size: 18px; font-weight: 600; }
  .value { font-weight: 600; }
  @media (prefers-color-scheme: dark) { text { fill: #c9d1d9; } }
</style>
<text class="title" x="8" y="26">${escapeXml(title)}</text>
<text x="8" y="48">${escapeXml(subtitle)}</text>
${sorted.map((bar, index) => drawBar(bar, top + index * rowHeight, bar.value * scale)).join("\n")}
${legend(new Set(sorted.map(({ kind }) => kind)), height - 16)}
</svg>
`;
}

function drawBar({ label, value, kind }: Bar, y: number, length: number): string {
  const baseline = y + barHeight - 6;
  const weight = kind === "own" ? ' class="value"' : "";
  return [
    `<text${weight} x="${labelWidth - 10}" y="${baseline}" text-anchor="end">${escapeXml(label)}</text>`,
    `<rect x="${labelWidth}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" rx="3" fill="${colours[kind]}"/>`,
    `<text class="value" x="${(labelWidth + length + 8).toFixed(1)}" y="${baseline}">${value.toFixed(value < 100 ? 1 : 0)}</text>`,
  ].join("\n");
}

function legend(kinds: ReadonlySet<Bar["kind"]>, y: number): string {
  let x = labelWidth;
  return (["own", "checking", "plain"] as const)
    .filter((kind) => kinds.has(kind))
    .map((kind) => {
      const entry = `<rect x="${x}" y="${y - 11}" width="12" height="12" rx="2" fill="${colours[kind]}"/>
<text x="${x + 18}" y="${y}">${captions[kind]}</text>`;
      x += captions[kind].length * 8 + 40;
      return entry;
    })
    .join("\n");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
