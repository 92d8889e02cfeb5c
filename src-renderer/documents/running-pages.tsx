/** Pages that hold nothing but running text, to be laid over those of a document where Chromium prints no margin boxes. */
import type { PrintableDocument } from '../../shared/api/document.ts';
import { sheetOf } from '../../shared/domain/paper/paper-sheet.ts';
import { runningTextOf } from './page-rules.ts';

/** One sheet per page, the text where the margin boxes would have it. */
export function RunningPages({
  document,
  pageCount,
}: {
  readonly document: PrintableDocument;
  readonly pageCount: number;
}) {
  const sheet = sheetOf(document);
  const { head, foot, fontSizePt } = runningTextOf(document);
  return Array.from({ length: pageCount }, (_, index) => {
    const isFirst = index === 0;
    return (
      <div
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        key={index}
        className="sheet"
        style={{
          height: `${sheet.heightMm}mm`,
          paddingInline: `${sheet.sideMm}mm`,
          fontSize: `${fontSizePt}pt`,
        }}
      >
        <div className="row margin" style={{ height: `${sheet.topMm}mm` }}>
          {head !== null && (head.isOnFirst || !isFirst) ? (
            <>
              <span>{head.left}</span>
              <span>{head.right}</span>
            </>
          ) : null}
        </div>
        <div className="row margin" style={{ height: `${sheet.bottomMm}mm` }}>
          {foot.isOnFirst || !isFirst ? (
            <>
              <span>{foot.left}</span>
              <span>{`${index + 1} / ${pageCount}`}</span>
            </>
          ) : null}
        </div>
      </div>
    );
  });
}

/** Its sheet has no margins of its own. */
export function runningPageRules(document: PrintableDocument): string {
  const { widthMm, heightMm } = sheetOf(document);
  return `@page { size: ${widthMm}mm ${heightMm}mm; margin: 0; }`;
}
