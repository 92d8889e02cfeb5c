/** Careers: the map of all roles across their ladders. */
import type { Handlers } from '../app/context.ts';
import { loadCareerMap } from '../store/careers/career-map.ts';

export const careerHandlers: Pick<Handlers, 'getCareerMap'> = {
  getCareerMap: ({ db }) => loadCareerMap(db),
};
