/** Work on one folder that must come one after the other. */
export interface Turns {
  readonly inTurn: <T>(folder: string, work: () => Promise<T>) => Promise<T>;
  /** Settles when nothing that was begun for the folder runs any more. Never rejects. */
  readonly done: (folder: string) => Promise<void>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    inTurn(folder, work) {
      const turn = (last.get(folder) ?? Promise.resolve()).then(work, work);
      last.set(
        folder,
        turn.catch(() => undefined),
      );
      return turn;
    },
    async done(folder) {
      await last.get(folder);
    },
  };
}
