/** Every handler, by the name of its endpoint. */

import { accomplishmentHandlers } from '../features/accomplishments.ts';
import { binHandlers } from '../features/bin.ts';
import { careerHandlers } from '../features/careers.ts';
import { competencyHandlers } from '../features/competencies.ts';
import { exportHandlers } from '../features/exports.ts';
import { homeHandlers } from '../features/home.ts';
import { importHandlers } from '../features/imports/imports.ts';
import { ladderHandlers } from '../features/ladders.ts';
import { matchHandlers } from '../features/match.ts';
import { packHandlers } from '../features/packs.ts';
import { appHandlers } from '../features/profile/app.ts';
import { backupHandlers } from '../features/profile/backups.ts';
import { privacyHandlers } from '../features/profile/privacy.ts';
import { recoveryHandlers } from '../features/profile/recovery.ts';
import { settingsHandlers } from '../features/profile/settings.ts';
import { undoHandlers } from '../features/profile/undo.ts';
import { unsavedTextHandlers } from '../features/profile/unsaved-text.ts';
import { recordHandlers } from '../features/record.ts';
import { resumeHandlers } from '../features/resumes.ts';
import { roleHandlers } from '../features/roles.ts';
import { searchHandlers } from '../features/search.ts';
import type { Handlers } from './context.ts';

export const handlers: Handlers = {
  ...appHandlers,
  ...homeHandlers,
  ...settingsHandlers,
  ...undoHandlers,
  ...unsavedTextHandlers,
  ...privacyHandlers,
  ...backupHandlers,
  ...recordHandlers,
  ...recoveryHandlers,
  ...accomplishmentHandlers,
  ...binHandlers,
  ...competencyHandlers,
  ...roleHandlers,
  ...ladderHandlers,
  ...careerHandlers,
  ...packHandlers,
  ...importHandlers,
  ...matchHandlers,
  ...resumeHandlers,
  ...exportHandlers,
  ...searchHandlers,
};
