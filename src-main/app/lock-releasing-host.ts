/** The host as work under the lock gets it: while a dialog waits for a person, the work is outside the lock. */
import { AppError } from '../../shared/api/errors.ts';
import { transactionsEnded } from '../db/open-transaction.ts';
import type { Host } from '../host.ts';
import type { Stay } from '../profile/profile-lock.ts';
import type { Session } from './session.ts';

/**
 * Changes of profile go on while a dialog is open. When it is answered and another profile is open than before, or none,
 * it is refused with CONFLICT before anything is written: what was to be saved is from a record that is not shown any more.
 */
export function lockReleasingHost(session: Session, stay: Stay): Host {
  const { host, profile } = session;
  const dialog = <T>(outcome: string, ask: (back: () => Promise<void>) => Promise<T>): Promise<T> => {
    const assertSame = () => {
      if (session.profile === profile) return;
      const what = session.profile ? 'Another record was opened' : 'The record was closed';
      throw new AppError(
        'CONFLICT',
        `${what} while the dialog was open. ${outcome} Look at which record is open now, then do it again.`,
      );
    };
    return stay
      .outside((back) =>
        ask(async () => {
          await back();
          assertSame();
        }),
      )
      .then(async (answer) => {
        assertSame();
        // others may have saved meanwhile, and half of what they save must not be read
        if (profile) await transactionsEnded(profile.sqlite);
        return answer;
      });
  };
  return {
    ...host,
    pickFile: (request) => dialog('Nothing was read and nothing was added.', () => host.pickFile(request)),
    saveFile: (request) => dialog('Nothing was saved.', (back) => host.saveFile({ ...request, beforeWriting: back })),
  };
}
