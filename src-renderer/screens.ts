/** What each screen of the list is drawn by; adding a screen adds its line here and in the list. */
import { type ScreenId, screenAt } from '../shared/vocabulary/screens.ts';
import { type Later, later } from './parts/saving/later.tsx';

export const views: Readonly<Record<ScreenId, Later<object>>> = {
  home: later(async () => (await import('./features/home/home-screen.tsx')).HomeScreen),
  record: later(async () => (await import('./features/record/record-screen.tsx')).RecordScreen),
  background: later(async () => (await import('./features/record/background/background-screen.tsx')).BackgroundScreen),
  bin: later(async () => (await import('./features/bin/bin-screen.tsx')).BinScreen),
  roles: later(async () => (await import('./features/roles/roles-screen.tsx')).RolesScreen),
  packs: later(async () => (await import('./features/packs/packs-screen.tsx')).PacksScreen),
  'role-edit': later(async () => (await import('./features/role/role-edit-screen.tsx')).RoleEditScreen),
  role: later(async () => (await import('./features/role/role-screen.tsx')).RoleScreen),
  competencies: later(async () => (await import('./features/competencies/competencies-screen.tsx')).CompetenciesScreen),
  ladder: later(async () => (await import('./features/ladder/ladder-screen.tsx')).LadderScreen),
  compare: later(async () => (await import('./features/compare/compare-screen.tsx')).CompareScreen),
  careers: later(async () => (await import('./features/careers/careers-screen.tsx')).CareersScreen),
  match: later(async () => (await import('./features/match/match-screen.tsx')).MatchScreen),
  resumes: later(async () => (await import('./features/resumes/resumes-screen.tsx')).ResumesScreen),
  resume: later(async () => (await import('./features/resumes/resume-screen.tsx')).ResumeScreen),
  import: later(async () => (await import('./features/import/reading/import-screen.tsx')).ImportScreen),
  'import-review': later(
    async () => (await import('./features/import/review/import-review-screen.tsx')).ImportReviewScreen,
  ),
  settings: later(async () => (await import('./features/settings/settings-screen.tsx')).SettingsScreen),
};

/** Capture is opened from anywhere, so the shell shows it above every screen. */
export const captureDialog: Later<{ readonly opened: boolean; readonly onClose: () => void }> = later(
  async () => (await import('./features/capture/capture-dialog.tsx')).CaptureDialog,
);

/** Fetches what draws the screen at an address. */
export function fetchScreen(address: string): void {
  const id = screenAt(address);
  if (id !== undefined) void views[id].load();
}
