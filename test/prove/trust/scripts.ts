/** Markup that means harm in every field and through every import, shown on every screen of the real window. */
import type { Page } from 'playwright-core';
import type { EndpointName } from '../../../shared/api/index.ts';
import { markupVectors } from '../../helpers/markup-vectors.ts';
import type { Proof } from '../proof.ts';
import { proofFolder } from './cairn.ts';
import { startTally } from './tally.ts';
import { openFilled, routesOf, visit } from './walk.ts';

const harm = 'window.__pwned=1';

export const scripts: Proof = {
  name: 'scripts',
  promise:
    'Whatever markup is typed or imported: no screen runs any of it, holds it as anything but words, or asks for anything outside the app.',
  unavailable: () => null,
  needsWindow: true,
  async run(size, say) {
    const vectors = markupVectors(harm);
    const tally = startTally();
    const { page, call, complaints, kill, filled } = await openFilled(proofFolder(), cycling(vectors));
    page.on('dialog', (dialog) => {
      complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const imports: string[] = [];
    for (const text of importsOf(vectors)) {
      const read = await call('readPastedImport', { text }).catch((error: Error) => say(error.message));
      imports.push(...(read?.ids ?? []));
    }
    const roles: string[] = [];
    const look = async (routes: readonly string[]) => {
      for (const route of routes) {
        await visit(page, route);
        const wrong = [...(await harmOn(page)), ...complaints.splice(0)];
        tally.add(wrong.length === 0 ? [] : [`${route}: ${wrong.join(', ')}`]);
      }
    };
    await look(routesOf(filled, [...filled.imports, ...imports]));
    // what was imported, once it is in the library
    for (const id of imports) roles.push(...((await call('applyImport', { id }))?.roleIds ?? []));
    await look(roles.slice(0, size === 'full' ? 40 : 4).flatMap((id) => [`/roles/${id}`, `/ladders/${id}`]));
    if (size === 'full')
      for (const [name, input] of papers(filled.role, filled.resume)) {
        const printed = await call(name, input as never).then(
          () => '',
          (error: Error) => `${name}: ${error.message}`,
        );
        tally.add(printed === '' ? [] : [printed]);
      }
    const { connectionAttempts } = await call('getPrivacy', {});
    tally.add(connectionAttempts === 0 ? [] : [`${connectionAttempts} requests were tried`]);
    tally.most('vectors', vectors.length);
    tally.most('drafts', imports.length);
    for (const [what, plant] of plants) {
      await page.evaluate(plant).catch((error: Error) => complaints.push(error.message));
      await page.waitForTimeout(300);
      tally.control(what, (await harmOn(page)).length + complaints.splice(0).length > 0);
    }
    await kill();
    return tally.outcome();
  },
};

/** A vector for each field, the next one each time; a field that was asked for before gets its own again. */
function cycling(vectors: readonly string[]): (place: string) => string {
  const given = new Map<string, string>();
  return (place) => {
    const text = given.get(place) ?? vectors[(given.size * 7) % vectors.length] ?? '';
    given.set(place, text);
    // a name has one line and an end
    return /competency|title|name/.test(place) ? text.replace(/\s+/g, ' ').slice(0, 300) : text;
  };
}

/** Documents of every kind that is read, with all vectors in all their places. */
function importsOf(vectors: readonly string[]): readonly string[] {
  const cell = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\n', ' ')}"`;
  const items = vectors.map((vector) => `<h2>${vector}</h2><p>${vector}</p><ul><li>${vector}</li></ul>`).join('');
  const role = {
    title: vectors[0],
    family: vectors[1],
    levelOrder: 1,
    mission: vectors.join('\n\n'),
    responsibilities: vectors.map((text) => ({ group: text, text })),
    sections: [
      {
        depth: 1,
        heading: vectors[2],
        blocks: vectors.map((text) => ({ kind: 'paragraph', inlines: [{ text, href: text }] })),
      },
    ],
  };
  const pack = {
    format: 'cairn-rolepack',
    formatVersion: 2,
    id: 'hostile',
    name: vectors[3],
    version: '1',
    author: vectors[4],
    licence: vectors[5],
    attribution: vectors[6],
    roles: [role],
  };
  return [
    `<!doctype html><html><head><title>${vectors[0]}</title></head><body><h1>Role ${vectors[1]}</h1>${items}</body></html>`,
    JSON.stringify({ id: 1, title: { rendered: vectors[0] }, content: { rendered: items, protected: false } }),
    vectors.map((vector) => `# ${vector}\n\n${vector}\n\n- ${vector}\n- [x](${vector})`).join('\n\n'),
    ['Skill,L1,L2,L3', ...vectors.map((vector) => `${cell(vector)},1,2,3`)].join('\n'),
    JSON.stringify(pack),
  ];
}

function papers(roleId: string, id: string): readonly (readonly [EndpointName, unknown])[] {
  return [
    ['writeExport', { kind: 'resume', format: 'pdf', id }],
    ...['match', 'role', 'ladder'].map((kind) => ['writeExport', { kind, format: 'pdf', id: roleId }] as const),
  ];
}

/** What stands in the page that none of our own code puts there. */
function harmOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if ('__pwned' in window) found.push('a script ran');
    for (const element of document.querySelectorAll('*')) {
      const name = element.localName;
      const attributes = [...element.attributes];
      if (name === 'script' && !(element as HTMLScriptElement).src.startsWith('app://cairn/')) found.push('a script');
      if (['iframe', 'object', 'embed', 'base', 'frame', 'marquee'].includes(name)) found.push(`<${name}>`);
      if (name === 'meta' && element.hasAttribute('http-equiv')) found.push('<meta http-equiv>');
      for (const { name: key, value } of attributes) {
        if (/^on/i.test(key)) found.push(`<${name} ${key}>`);
        if (!/^(?:href|src|action|formaction|xlink:href|data|poster|background)$/i.test(key)) continue;
        const isLink = name === 'a' || name === 'area';
        const runs = ['javascript:', 'vbscript:', 'livescript:', 'file:', 'smb:', ...(isLink ? ['data:'] : [])];
        const asks = isLink ? [] : ['http:', 'https:', 'ftp:'];
        // what the browser makes of it: it skips spaces and what cannot be seen
        const protocol = URL.parse(value, document.baseURI)?.protocol ?? '';
        if ([...runs, ...asks].includes(protocol)) found.push(`<${name} ${key}="${value.slice(0, 40)}">`);
      }
    }
    return [...new Set(found)];
  });
}

/** What an attack that works would leave, planted by hand: each must be noticed. */
const plants: readonly (readonly [string, () => void])[] = [
  [
    'an inline script',
    () => {
      const script = document.createElement('script');
      script.text = 'window.__pwned=1';
      document.head.append(script);
    },
  ],
  ['a handler in an attribute', () => document.body.setAttribute('onclick', 'window.__pwned=1')],
  [
    'a link that would run',
    () => {
      const link = document.createElement('a');
      link.setAttribute('href', 'javascript:window.__pwned=1');
      document.body.append(link);
    },
  ],
  [
    'a picture from elsewhere',
    () => {
      const picture = document.createElement('img');
      picture.src = 'https://elsewhere.example/x.png';
      document.body.append(picture);
    },
  ],
  ['a script that ran', () => void Object.assign(window, { __pwned: 1 })],
];
