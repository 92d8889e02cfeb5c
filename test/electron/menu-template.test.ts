import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { type ActionId, actionIds, actions, keysOf } from '../../shared/vocabulary/actions.ts';
import { menuTemplate } from '../../src-main/electron/menu-template.ts';

type Item = MenuItemConstructorOptions;

const templateOf = (platform: string, take: (id: ActionId) => void = () => undefined) =>
  menuTemplate({ appName: 'Cairn', platform, isPackaged: true, take });
const submenuOf = (item: Item | undefined) => (item?.submenu ?? []) as Item[];
const itemsOf = (template: readonly Item[]) => template.flatMap(submenuOf);
const rolesOf = (items: readonly Item[]) => items.flatMap(({ role }) => (role ? [role] : []));
const menuNamed = (template: readonly Item[], label: string) =>
  submenuOf(template.find((menu) => menu.label === label));

describe.each(['linux', 'win32', 'darwin'])('the menu on %s', (platform) => {
  test('holds every action that the list puts there, once, and takes it', () => {
    const taken: ActionId[] = [];
    const own = itemsOf(templateOf(platform, (id) => taken.push(id))).filter(({ click }) => click !== undefined);
    for (const { click } of own) (click as () => void)();
    expect(taken.toSorted()).toEqual(actionIds.filter((id) => actions[id].menu !== undefined).toSorted());
  });

  test('shows no keys but those of the list, and hears none itself', () => {
    const own = itemsOf(templateOf(platform)).filter(({ accelerator }) => accelerator !== undefined);
    expect(own.length).toBeGreaterThan(15);
    const keyNames: Readonly<Record<string, string>> = {
      CmdOrCtrl: 'mod',
      Plus: '+',
      Left: 'ArrowLeft',
      Right: 'ArrowRight',
    };
    for (const { id, accelerator, registerAccelerator } of own) {
      const keys = `${accelerator}`.split('+').map((part) => keyNames[part] ?? part);
      expect(keysOf(id as ActionId, platform)[0]?.toLowerCase()).toBe(keys.join('+').toLowerCase());
      expect(registerAccelerator).toBe(false);
    }
  });

  test('has no line at an end of a menu, nor two beside each other', () => {
    for (const items of templateOf(platform).map(submenuOf)) {
      const lines = items.map(({ type }) => type === 'separator');
      expect([lines[0], lines.at(-1)]).not.toContain(true);
      expect(lines.some((isLine, index) => isLine && lines[index + 1] === true)).toBe(false);
    }
  });
});

test('on a Mac the first menu is that of the app, with its settings and what the system expects there', () => {
  const [own] = templateOf('darwin');
  expect(own?.label).toBe('Cairn');
  expect(submenuOf(own).find(({ id }) => id === 'go-settings')).toMatchObject({
    label: 'Settings…',
    accelerator: 'CmdOrCtrl+,',
  });
  expect(rolesOf(submenuOf(own))).toEqual(['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit']);
});

test('on a Mac the File menu closes the window; elsewhere it has the settings and quits', () => {
  expect(rolesOf(menuNamed(templateOf('darwin'), '&File'))).toEqual(['close']);
  expect(rolesOf(menuNamed(templateOf('linux'), '&File'))).toEqual(['quit']);
  expect(menuNamed(templateOf('linux'), '&File').map(({ label }) => label)).toContain('Settings');
});

test('on a Mac no key that is also text is shown, since the menu would take it from a field', () => {
  const help = (platform: string) =>
    menuNamed(templateOf(platform), '&Help').find(({ id }) => id === 'shortcuts')?.accelerator;
  expect(help('darwin')).toBeUndefined();
  expect(help('linux')).toBe('?');
});

test('screens are called by their names, and what asks for more has an ellipsis', () => {
  const labels = itemsOf(templateOf('linux')).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['Home', 'Resumes', 'Import a file…', 'Undo', 'Actual size']));
});

test('only what is not packaged can be reloaded and inspected', () => {
  const roles = (isPackaged: boolean) =>
    rolesOf(itemsOf(menuTemplate({ appName: 'Cairn', platform: 'linux', isPackaged, take: vi.fn() })));
  expect(roles(false)).toContain('toggleDevTools');
  expect(roles(true)).not.toContain('toggleDevTools');
});
