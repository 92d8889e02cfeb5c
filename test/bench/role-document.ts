/** An invented role document of about 100 KB, in the shape of a post that such pages are published in. */
import { prose, seededRandom, words } from './words.ts';

const targetBytes = 100_000;

/** The bytes of a file that the import reads as one role. */
export function roleDocument(seed = 7): Uint8Array<ArrayBuffer> {
  const random = seededRandom(seed);
  const title = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  const list = (count: number, item: () => string, start?: number) =>
    `<${start ? `ol start="${start}"` : 'ul'} class="wp-block-list">\n${Array.from({ length: count }, () => `<li>${item()}</li>`).join('\n')}\n</${start ? 'ol' : 'ul'}>\n`;
  const paragraph = (count: number) => `<p>${prose(random, count)}</p>\n\n`;
  const heading = (level: number, text: string) => `<h${level} class="wp-block-heading">${text}</h${level}>\n\n`;
  const table = (head: readonly string[], rows: number, cell: (column: number) => string) =>
    `<figure class="wp-block-table"><table><thead><tr>${head.map((text) => `<th>${text}</th>`).join('')}</tr></thead><tbody>${Array.from(
      { length: rows },
      () => `<tr>${head.map((_, column) => `<td>${cell(column)}</td>`).join('')}</tr>`,
    ).join('\n')}</tbody></table></figure>\n`;
  const skill = () =>
    `<strong>${title(words(random, 2))} (Important)</strong><br/>Description: ${prose(random, 18)}<br/>Typical use: ${prose(random, 16)}<br/>Importance: Critical`;

  let number = 1;
  let html = heading(2, '1) Role summary') + paragraph(90) + paragraph(70);
  html += heading(2, '2) Role mission') + paragraph(60) + list(6, () => prose(random, 16));
  html += heading(2, '3) Core responsibilities');
  for (const group of ['Strategic', 'Operational', 'Technical', 'Cross-functional', 'Governance']) {
    html += heading(3, `${group} responsibilities`);
    html += list(5, () => `<strong>${title(words(random, 3))}</strong>: ${prose(random, 28)}`, number);
    number += 5;
  }
  html += heading(2, '6) Goals, objectives, and milestones');
  for (const horizon of ['30-day goals', '60-day goals', '90-day goals', '6-month milestones', '12-month objectives'])
    html += heading(3, horizon) + list(6, () => prose(random, 18));
  html += heading(2, '7) KPIs and productivity metrics');
  html += table(['Metric name', 'What it measures', 'Why it matters', 'Example target', 'Frequency'], 22, (column) =>
    column === 4 ? 'Weekly' : column === 0 ? title(words(random, 3)) : prose(random, 14),
  );
  html += heading(2, '8) Technical skills required');
  for (const tier of ['Must-have technical skills', 'Good-to-have technical skills', 'Advanced technical skills'])
    html += heading(3, tier) + list(10, skill);
  html += heading(2, '9) Soft skills and behavioural capabilities');
  for (let at = 0; at < 8; at += 1)
    html +=
      heading(3, title(words(random, 2))) + list(3, () => `<strong>Why it matters:</strong> ${prose(random, 22)}`);
  html += heading(2, '10) Tools, platforms, and software');
  html += table(['Category', 'Tool', 'Primary use', 'Common / Optional / Context-specific'], 26, (column) =>
    column === 3 ? 'Common' : column === 2 ? prose(random, 9) : title(words(random, 2)),
  );
  html += heading(2, '17) Career path and progression');
  for (const way of ['Roles feeding into this role', 'Next likely roles', 'Lateral moves'])
    html += heading(3, way) + list(5, () => title(words(random, 3)));
  for (let section = 18; html.length < targetBytes - 1_500; section += 1)
    html += heading(2, `${section}) ${title(words(random, 3))}`) + paragraph(80) + list(5, () => prose(random, 20));

  const post = {
    id: 40_000 + seed,
    date: '2026-04-14T02:55:44',
    modified: '2026-04-14T02:55:44',
    slug: `senior-invented-engineer-${seed}`,
    link: `https://roles.example/senior-invented-engineer-${seed}/`,
    title: { rendered: `Senior Invented Engineer ${seed}: Role Blueprint, Responsibilities, Skills, and Career Path` },
    content: { rendered: html, protected: false },
  };
  return new TextEncoder().encode(JSON.stringify(post));
}
