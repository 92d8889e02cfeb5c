/** Geometry of the radar chart: every point, ring and label placed from fractions of a scale; drawing is left to the page. */

/** A place in the picture, in its own units; y grows downwards. */
export interface RadarPoint {
  readonly x: number;
  readonly y: number;
}

/** One axis: its label and fractions 0 to 1; null is not drawn. */
export interface RadarAxis {
  readonly label: string;
  readonly required: number;
  readonly evidenced: number;
  readonly selfAssessed: number | null;
}

/** The room there is. */
export interface RadarFrame {
  readonly width: number;
  readonly height: number;
  /** How many rings; the levels of the scale when all axes share one, else 4 or 5. */
  readonly rings: number;
  /** Height of a line of a label. */
  readonly lineHeight?: number;
  /** Width of an average character of a label. */
  readonly characterWidth?: number;
}

/** Where a label stands: `lines` in at most two, the first baseline at `y`. */
export interface RadarLabel extends RadarPoint {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
}

/** The whole picture. With fewer than three axes `isPolygon` is false: draw rings as circles and series as marks on the spokes. */
export interface RadarGeometry {
  readonly centre: RadarPoint;
  readonly radius: number;
  readonly isPolygon: boolean;
  /** From the innermost out. */
  readonly rings: readonly {
    readonly radius: number;
    readonly points: readonly RadarPoint[];
    readonly number: RadarPoint;
  }[];
  /** Outer ends of the axes; the first points up, the rest follow clockwise. */
  readonly spokes: readonly RadarPoint[];
  readonly required: readonly RadarPoint[];
  readonly evidenced: readonly RadarPoint[];
  readonly selfAssessed: readonly (RadarPoint | null)[];
  readonly labels: readonly RadarLabel[];
}

/** Places everything inside the frame; no label leaves it. Never throws, also for no axis at all. */
export function radarGeometry(axes: readonly RadarAxis[], frame: RadarFrame): RadarGeometry {
  const lineHeight = frame.lineHeight ?? 14;
  const characterWidth = frame.characterWidth ?? 6.2;
  const centre = { x: frame.width / 2, y: frame.height / 2 };
  const gap = 10;
  const widest = frame.width * 0.28;
  const wrapTo = (label: string, width: number) =>
    wrapLabel(label, Math.max(4, Math.floor(width / characterWidth + 1e-6)));
  // Only labels beside the picture take width from it; those above and below have the width of the frame.
  const beside = axes.filter((_, index) => isBeside((2 * Math.PI * index) / axes.length));
  const lengths = beside.flatMap((axis) => wrapTo(axis.label, widest)).map((line) => line.length * characterWidth);
  const labelWidth = Math.min(widest, Math.max(0, ...lengths));
  const radius = Math.max(8, Math.min(frame.width / 2 - labelWidth - gap, frame.height / 2 - 2 * lineHeight - gap));
  const count = axes.length;
  /** How wide the label may be: to the edge of the frame, or above and below the picture between its neighbours. */
  const roomOf = (index: number): number => {
    const angle = (2 * Math.PI * index) / count;
    if (isBeside(angle)) return frame.width / 2 - (radius + gap) * Math.abs(Math.sin(angle));
    const between = count <= 4 ? frame.width : 2 * (radius + gap) * Math.sin((2 * Math.PI) / count) - 8;
    return Math.min(between, frame.width * 0.9);
  };
  const wrapped = axes.map((axis, index) => wrapTo(axis.label, Math.max(widest, roomOf(index))));
  const place = (index: number, fraction: number): RadarPoint => {
    const angle = (2 * Math.PI * index) / Math.max(count, 1) - Math.PI / 2;
    const reach = radius * Math.min(Math.max(fraction, 0), 1);
    return { x: rounded(centre.x + reach * Math.cos(angle)), y: rounded(centre.y + reach * Math.sin(angle)) };
  };
  return {
    centre,
    radius,
    isPolygon: count >= 3,
    rings: Array.from({ length: Math.max(1, frame.rings) }, (_, index) => {
      const fraction = (index + 1) / Math.max(1, frame.rings);
      return {
        radius: radius * fraction,
        points: axes.map((_axis, axis) => place(axis, fraction)),
        number: { x: centre.x, y: rounded(centre.y - radius * fraction) },
      };
    }),
    spokes: axes.map((_, index) => place(index, 1)),
    required: axes.map((axis, index) => place(index, axis.required)),
    evidenced: axes.map((axis, index) => place(index, axis.evidenced)),
    selfAssessed: axes.map((axis, index) => (axis.selfAssessed === null ? null : place(index, axis.selfAssessed))),
    labels: wrapped.map((lines, index) =>
      placeLabel(lines, (2 * Math.PI * index) / count, {
        centre,
        radius: radius + gap,
        lineHeight,
        characterWidth,
        frame,
      }),
    ),
  };
}

/** The value of a `points` attribute. */
export function radarPointsText(points: readonly RadarPoint[]): string {
  return points.map((point) => `${point.x},${point.y}`).join(' ');
}

/** Breaks a label into at most two lines of about equal length; what does not fit in two ends with an ellipsis. */
export function wrapLabel(label: string, maxCharacters: number): readonly string[] {
  const text = label.trim().split(/\s+/).join(' ');
  if (text.length <= maxCharacters) return [text];
  const words = text.split(' ');
  let best: readonly [string, string] | null = null;
  for (let at = 1; at < words.length; at += 1) {
    const first = words.slice(0, at).join(' ');
    const second = words.slice(at).join(' ');
    if (best === null || Math.max(first.length, second.length) < Math.max(best[0].length, best[1].length))
      best = [first, second];
  }
  return (best ?? [text]).map((line) => shorten(line, maxCharacters));
}

/** Whether a label at this angle stands beside the picture rather than above or below it. */
function isBeside(angle: number): boolean {
  return Math.abs(Math.sin(angle)) > 0.2;
}

function placeLabel(
  lines: readonly string[],
  angle: number,
  room: {
    readonly centre: RadarPoint;
    readonly radius: number;
    readonly lineHeight: number;
    readonly characterWidth: number;
    readonly frame: RadarFrame;
  },
): RadarLabel {
  const { centre, radius, lineHeight, frame } = room;
  const sine = Math.sin(angle);
  const upwards = Math.cos(angle);
  const width = Math.max(...lines.map((line) => line.length)) * room.characterWidth;
  const height = lines.length * lineHeight;
  const anchor = sine > 0.2 ? 'start' : sine < -0.2 ? 'end' : 'middle';
  const left = anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2;
  const x = Math.min(Math.max(centre.x + radius * sine, left), frame.width - (width - left));
  // The block of lines stands above the ring at the top, below it at the bottom, and beside it halfway.
  const top = centre.y - radius * upwards - (height * (1 + upwards)) / 2;
  const y = Math.min(Math.max(top, 0), frame.height - height) + lineHeight * 0.75;
  return { x: rounded(x), y: rounded(y), anchor, lines };
}

function shorten(line: string, maxCharacters: number): string {
  return line.length <= maxCharacters ? line : `${line.slice(0, Math.max(1, maxCharacters - 1)).trimEnd()}…`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
