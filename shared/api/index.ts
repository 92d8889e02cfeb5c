/** The contract: every endpoint there is, by name. */
import { accomplishmentEndpoints } from './accomplishment.ts';
import { binEndpoints } from './bin.ts';
import { careerEndpoints } from './career.ts';
import { competencyEndpoints } from './competency.ts';
import type { InputOf, OutputOf, ParsedOf } from './endpoint.ts';
import { exportEndpoints } from './export.ts';
import { homeEndpoints } from './home.ts';
import { importEndpoints } from './import.ts';
import { ladderEndpoints } from './ladder.ts';
import { matchEndpoints } from './match.ts';
import { packEndpoints } from './pack.ts';
import { appEndpoints } from './profile/app.ts';
import { backupEndpoints } from './profile/backup.ts';
import { privacyEndpoints } from './profile/privacy.ts';
import { recoveryEndpoints } from './profile/recovery.ts';
import { settingsEndpoints } from './profile/settings.ts';
import { undoEndpoints } from './profile/undo.ts';
import { unsavedTextEndpoints } from './profile/unsaved-text.ts';
import { recordEndpoints } from './record.ts';
import { resumeEndpoints } from './resume.ts';
import { roleEndpoints } from './role.ts';
import { searchEndpoints } from './search.ts';

export const contract = {
  ...appEndpoints,
  ...homeEndpoints,
  ...settingsEndpoints,
  ...undoEndpoints,
  ...unsavedTextEndpoints,
  ...privacyEndpoints,
  ...backupEndpoints,
  ...recoveryEndpoints,
  ...recordEndpoints,
  ...accomplishmentEndpoints,
  ...binEndpoints,
  ...competencyEndpoints,
  ...roleEndpoints,
  ...ladderEndpoints,
  ...careerEndpoints,
  ...packEndpoints,
  ...importEndpoints,
  ...matchEndpoints,
  ...resumeEndpoints,
  ...exportEndpoints,
  ...searchEndpoints,
};

export type Contract = typeof contract;
export type EndpointName = keyof Contract;
export type Input<Name extends EndpointName> = InputOf<Contract[Name]>;
/** What the handler of that name gets: the input with defaults filled in. */
export type Parsed<Name extends EndpointName> = ParsedOf<Contract[Name]>;
export type Output<Name extends EndpointName> = OutputOf<Contract[Name]>;

/** Names of the endpoints that answer without changing anything. */
export type QueryName = { [Name in EndpointName]: Contract[Name]['kind'] extends 'query' ? Name : never }[EndpointName];
export type CommandName = Exclude<EndpointName, QueryName>;
