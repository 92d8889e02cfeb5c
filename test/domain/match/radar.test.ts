/** Geometry of the radar: points on their axes, labels inside the frame. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { radarGeometry, radarPointsText, wrapLabel } from '../../../shared/domain/match/radar.ts';

const frame = { width: 440, height: 300, rings: 5 };
const axis = (label: string, required = 0.8, evidenced = 0.5, selfAssessed: number | null = null) => ({
  label,
  required,
  evidenced,
  selfAssessed,
});

describe('the radar', () => {
  it('has its first axis straight up and goes on clockwise', () => {
    const { centre, radius, spokes, isPolygon } = radarGeometry([axis('a'), axis('b'), axis('c'), axis('d')], frame);
    expect(isPolygon).toBe(true);
    expect(centre).toEqual({ x: 220, y: 150 });
    expect(spokes[0]).toEqual({ x: 220, y: 150 - radius });
    expect(spokes[1]).toEqual({ x: 220 + radius, y: 150 });
    expect(spokes[2]).toEqual({ x: 220, y: 150 + radius });
    expect(spokes[3]).toEqual({ x: 220 - radius, y: 150 });
  });

  it('places values by their fraction, no value at the self-assessment that is not there', () => {
    const geometry = radarGeometry([axis('a', 1, 0.5, 0.25), axis('b', 0, 2, null), axis('c')], frame);
    expect(geometry.required[0]).toEqual({ x: 220, y: 150 - geometry.radius });
    expect(geometry.evidenced[0]).toEqual({ x: 220, y: 150 - geometry.radius / 2 });
    expect(geometry.selfAssessed[0]?.y).toBeCloseTo(150 - geometry.radius / 4, 1);
    expect(geometry.required[1]).toEqual(geometry.centre);
    expect(geometry.evidenced[1]).toEqual(geometry.spokes[1]);
    expect(geometry.selfAssessed[1]).toBeNull();
  });

  it('has as many rings as asked, the last one through the ends of the axes', () => {
    const { rings, spokes, radius } = radarGeometry([axis('a'), axis('b'), axis('c')], frame);
    expect(rings).toHaveLength(5);
    expect(rings[4]?.points).toEqual(spokes);
    expect(rings[1]?.radius).toBeCloseTo((radius * 2) / 5, 10);
  });

  it('draws no polygon for fewer than three axes, and nothing for none', () => {
    expect(radarGeometry([axis('a'), axis('b')], frame)).toMatchObject({ isPolygon: false, spokes: { length: 2 } });
    expect(radarGeometry([axis('a')], frame).labels).toHaveLength(1);
    expect(radarGeometry([], frame)).toMatchObject({ isPolygon: false, spokes: [], labels: [] });
  });

  it('anchors labels away from the picture', () => {
    const anchors = radarGeometry(
      ['top', 'right', 'bottom', 'left'].map((label) => axis(label)),
      frame,
    ).labels;
    expect(anchors.map((label) => label.anchor)).toEqual(['middle', 'start', 'middle', 'end']);
  });

  it('cuts no label above, below or beside a narrow picture that two lines can hold', () => {
    const names = ['Stakeholder communication', 'Infrastructure work', 'Responsible machine learning', 'Data', 'Cost'];
    const { labels } = radarGeometry(
      names.map((name) => axis(name)),
      { width: 400, height: 300, rings: 5 },
    );
    expect(labels.map(({ lines }) => lines.join(' '))).toEqual(names);
  });

  it('keeps every label and point inside the frame, and labels off the outer ring', () => {
    const label = fc.array(fc.string({ minLength: 1, maxLength: 14, unit: fc.constantFrom('a', 'b', 'é') }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 1, maxLength: 24 }),
        fc.integer({ min: 80, max: 800 }),
        fc.integer({ min: 60, max: 600 }),
        (labels, width, height) => {
          const size = { width, height, rings: 5, lineHeight: 14, characterWidth: 6 };
          const geometry = radarGeometry(
            labels.map((words) => axis(words.join(' '))),
            size,
          );
          for (const point of [...geometry.spokes, ...geometry.evidenced]) {
            expect(point.x).toBeGreaterThanOrEqual(0);
            expect(point.x).toBeLessThanOrEqual(width);
            expect(point.y).toBeGreaterThanOrEqual(0);
            expect(point.y).toBeLessThanOrEqual(height);
          }
          for (const placed of geometry.labels) {
            expect(placed.lines.length).toBeLessThanOrEqual(2);
            const wide = Math.max(...placed.lines.map((line) => line.length)) * 6;
            const left =
              placed.anchor === 'start' ? placed.x : placed.anchor === 'end' ? placed.x - wide : placed.x - wide / 2;
            expect(left).toBeGreaterThanOrEqual(-0.01);
            expect(left + wide).toBeLessThanOrEqual(width + 0.01);
            expect(placed.y).toBeGreaterThanOrEqual(0);
            expect(placed.y + (placed.lines.length - 1) * 14).toBeLessThanOrEqual(height);
            // A frame too small for its labels has them over the picture rather than cut off.
            if (width < 220 || height < 200) continue;
            const nearestX = Math.min(Math.max(geometry.centre.x, left), left + wide);
            const top = placed.y - 14 * 0.75;
            const nearestY = Math.min(Math.max(geometry.centre.y, top), top + placed.lines.length * 14);
            const gap = Math.hypot(nearestX - geometry.centre.x, nearestY - geometry.centre.y) - geometry.radius;
            expect(gap).toBeGreaterThanOrEqual(-0.01);
          }
        },
      ),
    );
  });
});

describe('a label', () => {
  it('breaks into two lines of about equal length', () => {
    expect(wrapLabel('Model serving', 20)).toEqual(['Model serving']);
    expect(wrapLabel('Stakeholder communication', 16)).toEqual(['Stakeholder', 'communication']);
    expect(wrapLabel('Reliability and incidents', 16)).toEqual(['Reliability', 'and incidents']);
    expect(wrapLabel('Security and privacy', 14)).toEqual(['Security', 'and privacy']);
  });

  it('ends with an ellipsis where two lines do not hold it', () => {
    expect(wrapLabel('Donaudampfschifffahrt', 10)).toEqual(['Donaudamp…']);
    expect(wrapLabel('one two three four five six', 8)).toEqual(['one two…', 'four fi…']);
  });

  it('gives points as an attribute', () => {
    expect(
      radarPointsText([
        { x: 1, y: 2.5 },
        { x: 3, y: 4 },
      ]),
    ).toBe('1,2.5 3,4');
  });
});
