/** The refusal for what is no longer there. */
import { AppError } from '../../shared/api/errors.ts';

/** `what` is the word of the interface: accomplishment, role, resume, draft … */
export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', `That ${what} is not there any more. It was taken back, or it is in the bin.`);
}
