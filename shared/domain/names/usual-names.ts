/** Names that are spellings or short forms of another name everywhere, so that the two are one competency from the start. */
import { comparedForm } from './compared-form.ts';

const usualNames = new Map(
  Object.entries({
    Golang: 'Go',
    Postgres: 'PostgreSQL',
    LLMs: 'LLM',
    ArgoCD: 'Argo CD',
    'Vue.js': 'Vue',
    Rails: 'Ruby on Rails',
    'Data modelling': 'Data Modeling',
    'Threat modelling': 'Threat Modeling',
    OAuth2: 'OAuth',
    'Google Cloud': 'GCP',
  }).map(([name, usual]) => [comparedForm(name), usual]),
);

/** The more usual name of what a name means; null where it has none but itself. */
export function usualNameOf(name: string): string | null {
  return usualNames.get(comparedForm(name)) ?? null;
}
