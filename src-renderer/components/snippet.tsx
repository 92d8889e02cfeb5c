/** Text in which main has marked what was searched for, with U+0002 before and U+0003 after each hit. */
import { Fragment } from 'react';
import classes from './snippet.module.css';

export function Snippet({ text }: { readonly text: string }) {
  const parts = text.split(/[\u0002\u0003]/u);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    <Fragment key={index}>{index % 2 === 1 ? <mark className={classes.hit}>{part}</mark> : part}</Fragment>
  ));
}
