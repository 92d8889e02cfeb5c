/** The sizes of the career map. */
import { defaultMapMeasures } from '../../../shared/domain/career/career-map.ts';

/** Boxes so wide that five levels stand in a window of 1280 px. */
export const mapMeasures = { ...defaultMapMeasures, boxWidth: 152, columnGap: 40, track: 7 };

/** The names of the levels stand above the drawing. */
export const headHeight = 28;
