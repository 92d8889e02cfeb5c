/** The common name of a competency, quietly beside the words it has here; nothing where they read the same. */
import { commonNameHint } from '../../shared/domain/names/shown-words.ts';
import classes from './common-name.module.css';

interface CommonNameProps {
  readonly shown: readonly string[] | string;
  readonly commonName: string;
}

export function CommonName({ shown, commonName }: CommonNameProps) {
  const hint = commonNameHint(shown, commonName);
  if (hint === null) return null;
  return (
    <span className={classes.hint} title={`${hint} in your library`}>
      <span className="cn-aside">, in your library </span>
      {hint}
    </span>
  );
}
