/** The list of screens: where each is, how it is named and what loads it. Adding a feature adds its line here. */
import {
  IconChartRadar,
  IconFileCv,
  IconFileImport,
  IconFileText,
  IconHome,
  IconSettings,
  IconStack2,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { type Later, later } from './parts/saving/later.tsx';

export interface Screen {
  readonly path: string;
  /** As the rail and the trail call it. */
  readonly name: string;
  readonly icon: TablerIcon;
  /** Its place in the rail, from 1; null for a screen that is reached from another. */
  readonly order: number | null;
  readonly view: Later<object>;
}

function screen<Name extends string>(
  place: Pick<Screen, 'path' | 'name' | 'icon' | 'order'>,
  name: Name,
  load: () => Promise<Record<Name, ComponentType>>,
): Screen {
  return { ...place, view: later(async () => (await load())[name]) };
}

export const screens: readonly Screen[] = [
  screen(
    { path: '/home', name: 'Home', icon: IconHome, order: 1 },
    'HomeScreen',
    () => import('./features/home/home-screen.tsx'),
  ),
  screen(
    { path: '/record/:id?', name: 'Record', icon: IconStack2, order: 2 },
    'RecordScreen',
    () => import('./features/record/record-screen.tsx'),
  ),
  screen(
    { path: '/background/:kind?/:id?', name: 'Record', icon: IconStack2, order: null },
    'BackgroundScreen',
    () => import('./features/record/background/background-screen.tsx'),
  ),
  screen(
    { path: '/bin', name: 'Record', icon: IconStack2, order: null },
    'BinScreen',
    () => import('./features/bin/bin-screen.tsx'),
  ),
  screen(
    { path: '/competencies', name: 'Roles', icon: IconFileText, order: null },
    'CompetenciesScreen',
    () => import('./features/competencies/competencies-screen.tsx'),
  ),
  screen(
    { path: '/roles', name: 'Roles', icon: IconFileText, order: 3 },
    'RolesScreen',
    () => import('./features/roles/roles-screen.tsx'),
  ),
  screen(
    { path: '/roles/packs', name: 'Roles', icon: IconFileText, order: null },
    'PacksScreen',
    () => import('./features/packs/packs-screen.tsx'),
  ),
  screen(
    { path: '/roles/:id/edit', name: 'Roles', icon: IconFileText, order: null },
    'RoleEditScreen',
    () => import('./features/role/role-edit-screen.tsx'),
  ),
  screen(
    { path: '/roles/:id', name: 'Roles', icon: IconFileText, order: null },
    'RoleScreen',
    () => import('./features/role/role-screen.tsx'),
  ),
  screen(
    { path: '/ladders/:id', name: 'Roles', icon: IconFileText, order: null },
    'LadderScreen',
    () => import('./features/ladder/ladder-screen.tsx'),
  ),
  screen(
    { path: '/compare', name: 'Roles', icon: IconFileText, order: null },
    'CompareScreen',
    () => import('./features/compare/compare-screen.tsx'),
  ),
  screen(
    { path: '/careers', name: 'Roles', icon: IconFileText, order: null },
    'CareersScreen',
    () => import('./features/careers/careers-screen.tsx'),
  ),
  screen(
    { path: '/match/:roleId?', name: 'Match', icon: IconChartRadar, order: 4 },
    'MatchScreen',
    () => import('./features/match/match-screen.tsx'),
  ),
  screen(
    { path: '/resumes', name: 'Resumes', icon: IconFileCv, order: 5 },
    'ResumesScreen',
    () => import('./features/resumes/resumes-screen.tsx'),
  ),
  screen(
    { path: '/resumes/:id', name: 'Resumes', icon: IconFileCv, order: null },
    'ResumeScreen',
    () => import('./features/resumes/resume-screen.tsx'),
  ),
  screen(
    { path: '/import', name: 'Import', icon: IconFileImport, order: 6 },
    'ImportScreen',
    () => import('./features/import/reading/import-screen.tsx'),
  ),
  screen(
    { path: '/import/:id', name: 'Import', icon: IconFileImport, order: null },
    'ImportReviewScreen',
    () => import('./features/import/review/import-review-screen.tsx'),
  ),
  screen(
    { path: '/settings/:page?', name: 'Settings', icon: IconSettings, order: null },
    'SettingsScreen',
    () => import('./features/settings/settings-screen.tsx'),
  ),
];

/** Capture is opened from anywhere, so the shell shows it above every screen. */
export const captureDialog: Later<{ readonly opened: boolean; readonly onClose: () => void }> = later(
  async () => (await import('./features/capture/capture-dialog.tsx')).CaptureDialog,
);

/** What the rail shows, in its order. */
export const railScreens: readonly Screen[] = screens
  .filter(({ order }) => order !== null)
  .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));

/** The address of a screen without its parameters: `/record/:id?` is `/record`. */
export function rootOf({ path }: Pick<Screen, 'path'>): string {
  return `/${path.split('/')[1] ?? ''}`;
}

/** The screen that an address belongs to, by its first word; Home when there is none. */
export function screenAt(location: string): Screen | undefined {
  const root = `/${location.split(/[/?]/)[1] ?? ''}`;
  return screens.find((candidate) => rootOf(candidate) === root);
}
