/** Text in which main has marked what was searched for, with U+0002 before and U+0003 after each hit. */
import { Fragment } from 'react';
import classes from './snippet.module.css';

/** The pieces of a marked text; every second one is a hit. */
const piecesOf = (text: string): readonly string[] => text.replaceAll('\u0003', '\u0002').split('\u0002');

/** The text without its marks. */
export function snippetText(marked: string): string {
  return piecesOf(marked).join('');
}

export function Snippet({ text }: { readonly text: string }) {
  const parts = piecesOf(text);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    <Fragment key={index}>{index % 2 === 1 ? <mark className={classes.hit}>{part}</mark> : part}</Fragment>
  ));
}
