/** What a parser sees: the text of the PDF in the order in which it is read, missing fields marked where they should be. */
import { Box } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { DocumentField, ReadBack, ResumeDocument } from '../../../../shared/api/document.ts';
import { type FieldMark, markFields } from './mark-fields.ts';
import classes from './parser-view.module.css';

interface ParserViewProps {
  readonly document: ResumeDocument;
  readonly readBack: ReadBack;
}

export function ParserView({ document, readBack }: ParserViewProps) {
  const { found, total, missing, outOfOrder, problems, pages } = readBack;
  const marks = markFields(document, readBack);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it
    <section className={classes.view} tabIndex={0} aria-label="What a parser sees">
      <div className={classes.text}>
        <Box component="p" className="cn-quiet" pb={12}>
          The text of this PDF as software reads it, in its order. What an employer’s system makes of it is not known
          here.
        </Box>
        {missing.length + outOfOrder.length + problems.length === 0 ? (
          <p className={classes.whole}>
            <IconCheck size={14} stroke={1.6} aria-hidden />
            {`${found} of ${total} fields found, each in its place.`}
          </p>
        ) : (
          <ul className={classes.faults}>
            {missing.length === 0 ? null : (
              <Fault>{`${found} of ${total} fields found. Not found: ${labelsOf(missing)}.`}</Fault>
            )}
            {outOfOrder.length === 0 ? null : <Fault>{`Read out of their order: ${labelsOf(outOfOrder)}.`}</Fault>}
            {problems.map((problem) => (
              <Fault key={problem}>{problem}</Fault>
            ))}
          </ul>
        )}
        {marks.atStart.map((mark) => (
          <Mark key={`${mark.field.label} ${mark.field.text}`} mark={mark} />
        ))}
        {pages.map((lines, page) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          <section key={page} aria-label={`Page ${page + 1}`}>
            <h2 className={classes.page}>{`Page ${page + 1}`}</h2>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              <div key={index}>
                <p className={classes.line}>{line}</p>
                {marks.after(page, index).map((mark) => (
                  <Mark key={`${mark.field.label} ${mark.field.text}`} mark={mark} />
                ))}
              </div>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

function Fault({ children }: { readonly children: string }) {
  return (
    <li className={classes.fault}>
      <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
      <span>{children}</span>
    </li>
  );
}

/** Stands where a field should be read, and says which it is. */
function Mark({ mark: { kind, field } }: { readonly mark: FieldMark }) {
  return (
    <p className={classes.mark}>
      <span className={classes.markLabel}>
        {kind === 'missing' ? `Not found: ${field.label}` : `Out of order: ${field.label}`}
      </span>
      {field.text}
    </p>
  );
}

function labelsOf(fields: readonly DocumentField[]): string {
  return fields.map((field) => field.label).join('; ');
}
