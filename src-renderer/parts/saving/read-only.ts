/** Whether the record is open read-only: fields then show what they hold and take no keys. */
import { createContext, useContext } from 'react';

export const ReadOnlyContext = createContext(false);

export const useReadOnly = (): boolean => useContext(ReadOnlyContext);
