/** What each screen of the list is drawn by; adding a screen adds its line here and in the list. */
import { type ScreenId, screenAt } from '../shared/vocabulary/screens.ts';
import { type LazyComponent, lazyComponent } from './lazy-component.tsx';

export const views: Readonly<Record<ScreenId, LazyComponent<object>>> = {
  home: lazyComponent(async () => (await import('./features/home/home-screen.tsx')).HomeScreen),
  record: lazyComponent(async () => (await import('./features/record/record-screen.tsx')).RecordScreen),
  background: lazyComponent(
    async () => (await import('./features/record/background/background-screen.tsx')).BackgroundScreen,
  ),
  bin: lazyComponent(async () => (await import('./features/bin/bin-screen.tsx')).BinScreen),
  roles: lazyComponent(async () => (await import('./features/roles/roles-screen.tsx')).RolesScreen),
  packs: lazyComponent(async () => (await import('./features/packs/packs-screen.tsx')).PacksScreen),
  'role-edit': lazyComponent(async () => (await import('./features/role/role-edit-screen.tsx')).RoleEditScreen),
  role: lazyComponent(async () => (await import('./features/role/role-screen.tsx')).RoleScreen),
  competencies: lazyComponent(
    async () => (await import('./features/competencies/competencies-screen.tsx')).CompetenciesScreen,
  ),
  ladder: lazyComponent(async () => (await import('./features/ladder/ladder-screen.tsx')).LadderScreen),
  compare: lazyComponent(async () => (await import('./features/compare/compare-screen.tsx')).CompareScreen),
  careers: lazyComponent(async () => (await import('./features/careers/careers-screen.tsx')).CareersScreen),
  match: lazyComponent(async () => (await import('./features/match/match-screen.tsx')).MatchScreen),
  resumes: lazyComponent(async () => (await import('./features/resumes/resumes-screen.tsx')).ResumesScreen),
  resume: lazyComponent(async () => (await import('./features/resumes/resume-screen.tsx')).ResumeScreen),
  import: lazyComponent(async () => (await import('./features/import/reading/import-screen.tsx')).ImportScreen),
  'import-review': lazyComponent(
    async () => (await import('./features/import/review/import-review-screen.tsx')).ImportReviewScreen,
  ),
  settings: lazyComponent(async () => (await import('./features/settings/settings-screen.tsx')).SettingsScreen),
};

/** Capture is opened from anywhere, so the shell shows it above every screen. */
export const captureDialog: LazyComponent<{ readonly opened: boolean; readonly onClose: () => void }> = lazyComponent(
  async () => (await import('./features/capture/capture-dialog.tsx')).CaptureDialog,
);

/** Fetches what draws the screen at an address. */
export function fetchScreen(address: string): void {
  const id = screenAt(address);
  if (id !== undefined) void views[id].load();
}
