/** A career track on paper: the skill matrix with where one stands, then the levels and the way from each to the next. */
import { Fragment } from 'react';
import type { TrackCell, TrackDocument, TrackMatrix, TrackRow } from '../../shared/api/document.ts';
import { markNames, trackCellText } from '../../shared/domain/ladder/track-document.ts';
import { PaperSections } from './paper-blocks.tsx';
import { MandatoryMark, PaperTile, UnprovenMark } from './paper-tile.tsx';
import { Credits } from './role-sheet.tsx';
import { TypesetText } from './typeset-text.tsx';

/** Larger groups may break between their rows. */
const mostUnbrokenRows = 12;

export function TrackSheet({ document }: { readonly document: TrackDocument }) {
  return (
    <main className="track" lang={document.language}>
      <Head document={document} />
      {document.isKeyFirst ? <Key document={document} /> : null}
      {document.matrices.map((matrix) => (
        <Matrix key={matrix.columns[0]?.id} matrix={matrix} document={document} />
      ))}
      {document.isKeyFirst ? null : <Key document={document} />}
      <PaperSections sections={document.sections} />
      <Credits credits={document.credits} />
    </main>
  );
}

function Head({ document }: { readonly document: TrackDocument }) {
  const { trackTitle, tagline, counts, grades } = document;
  return (
    <header>
      <div className="row">
        <div className="grow">
          <p className="kind">Career track</p>
          <h1 dir="auto">{trackTitle}</h1>
          {tagline === '' ? null : (
            <p className="counts" dir="auto">
              <TypesetText text={tagline} />
            </p>
          )}
          <p className="counts" dir="auto">
            {counts}
          </p>
        </div>
        {grades.map((grade) => (
          <div key={grade.label} className="grade">
            <p className="value" dir="auto">
              {grade.value}
            </p>
            <p className="label">{grade.label}</p>
          </div>
        ))}
      </div>
    </header>
  );
}

function Matrix({ matrix, document }: { readonly matrix: TrackMatrix; readonly document: TrackDocument }) {
  const { hasStanding, standingOf } = document;
  const width = matrix.columns.length + (hasStanding ? 3 : 1);
  return (
    <section>
      {matrix.heading === '' ? null : <h2>{matrix.heading}</h2>}
      <table className="matrix" data-many={matrix.columns.length > 5 || undefined}>
        <colgroup>
          <col className="skill" />
          {matrix.columns.map((column) => (
            <col key={column.id} />
          ))}
          {hasStanding ? (
            <>
              <col className="evidenced" />
              <col className="self" />
            </>
          ) : null}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Skill</th>
            {matrix.columns.map((column) => (
              <th key={column.id} scope="col" data-grade={column.isGrade || undefined} dir="auto">
                {column.name}
                {column.about === '' ? null : <p className="about">{column.about}</p>}
              </th>
            ))}
            {hasStanding ? (
              <>
                <th scope="col" className="number">
                  Evidenced
                  {standingOf === '' ? null : <p className="about">{standingOf}</p>}
                </th>
                <th scope="col" className="number">
                  Self
                  {standingOf === '' ? null : <p className="about">{standingOf}</p>}
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        {matrix.groups.map((group) => (
          <tbody key={group.name} data-short={group.rows.length <= mostUnbrokenRows || undefined}>
            <tr className="group">
              <th scope="rowgroup" colSpan={width} dir="auto">
                {group.name}
              </th>
            </tr>
            {group.rows.map((row) => (
              <Row key={row.id} row={row} hasStanding={hasStanding} />
            ))}
          </tbody>
        ))}
        <tbody className="foot" data-standing={hasStanding || undefined}>
          {matrix.foot.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.cells.map((text, at) => (
                <td key={matrix.columns[at]?.id}>{text}</td>
              ))}
              {hasStanding ? <td colSpan={2} /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, hasStanding }: { readonly row: TrackRow; readonly hasStanding: boolean }) {
  return (
    <tr>
      <th scope="row" dir="auto">
        <TypesetText text={row.name} />
      </th>
      {row.cells.map((asked, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its level
        <td key={at}>{asked === null ? null : <Cell asked={asked} />}</td>
      ))}
      {hasStanding ? (
        <>
          <td className="number">
            <b>{row.evidenced}</b>
          </td>
          <td className="number">{row.selfAssessed}</td>
        </>
      ) : null}
    </tr>
  );
}

function Cell({ asked }: { readonly asked: TrackCell }) {
  return (
    <span className="nb">
      {asked.level === null ? trackCellText(asked) : <PaperTile level={asked.level} />}
      {asked.isMandatory ? <MandatoryMark /> : null}
      {asked.isUnproven ? <UnprovenMark /> : null}
    </span>
  );
}

/** The scales, the marks, and what is to be known of the figures. */
function Key({ document }: { readonly document: TrackDocument }) {
  const { legends, hasMandatory, hasStanding, notes } = document;
  return (
    <div className="key">
      <p>
        {legends.map((legend) => (
          <Fragment key={`${legend.name} ${legend.levels.length}`}>
            {legend.name === '' ? null : <span className="scale">{legend.name}</span>}
            {legend.levels.map((level) => (
              <Fragment key={level.level}>
                {' '}
                <span className="entry">
                  <PaperTile level={level} /> {level.label}
                </span>
              </Fragment>
            ))}{' '}
          </Fragment>
        ))}
        {hasMandatory ? (
          <>
            <span className="entry">
              <MandatoryMark /> {markNames.mandatory}
            </span>{' '}
          </>
        ) : null}
        {hasStanding ? (
          <>
            <span className="entry">
              <UnprovenMark /> {markNames.unproven}
            </span>{' '}
          </>
        ) : null}
        {notes.join(' ')}
      </p>
    </div>
  );
}
