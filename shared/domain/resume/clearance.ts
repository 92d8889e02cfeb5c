/** Clearance: what may enter a document, by how confidential it is. */
import type { Confidentiality } from '../../api/values.ts';

const narrowness: Readonly<Record<Confidentiality, number>> = { public: 0, employer: 1, confidential: 2, private: 3 };

/** Whether something of this confidentiality may enter a document of this clearance. */
export function isCleared(confidentiality: Confidentiality, clearance: Confidentiality): boolean {
  return narrowness[confidentiality] <= narrowness[clearance];
}
