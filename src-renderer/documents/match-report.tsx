/** The match report: the figures at the head, every requirement with its three numbers, their shape, and the terms of each. */
import type { MatchDocument, MatchDocumentRow } from '../../shared/api/document.ts';
import { matchHeadings, withoutEvidence } from '../../shared/domain/match/match-document.ts';
import { LevelBoxes, PaperRadar, RadarKey } from './paper-radar.tsx';
import { TypesetText } from './typeset-text.tsx';

export function MatchReportPage({ document }: { readonly document: MatchDocument }) {
  const nothing = withoutEvidence(document.rows);
  return (
    <main className="report" lang={document.language}>
      <header>
        <p className="kind">Match report</p>
        <h1 dir="auto">{document.roleTitle}</h1>
        {document.person === '' ? null : (
          <p className="person" dir="auto">
            {document.person}
          </p>
        )}
        <div className="facts">
          {document.roleLine === '' ? null : <Fact label="Role spec" value={document.roleLine} />}
          <Fact label="Computed on" value={document.date} />
        </div>
        <div className="figures">
          {document.figures.map((figure) => (
            <div key={figure.label}>
              <p className="figure">{figure.value}</p>
              <p className="label">{figure.label}</p>
            </div>
          ))}
        </div>
      </header>
      <section>
        <h2>{matchHeadings.table}</h2>
        <Requirements rows={document.rows} />
        <p className="rule">{document.ruleText}</p>
      </section>
      {document.gaps.length === 0 ? null : (
        <section>
          <h2>{matchHeadings.gaps}</h2>
          {document.gaps.map((gap) => (
            <p className="gap" key={gap.id}>
              <b>{gap.competency}.</b> <TypesetText text={gap.text} />
            </p>
          ))}
        </section>
      )}
      {document.shape.length === 0 ? null : (
        <section>
          <h2>{matchHeadings.shape}</h2>
          <figure>
            <PaperRadar axes={document.shape} />
            <RadarKey />
          </figure>
          <p className="rule">{document.shapeNote}</p>
        </section>
      )}
      <section>
        <h2>{matchHeadings.terms}</h2>
        {nothing === '' ? null : <p className="none">{nothing}</p>}
        {document.rows
          .filter((row) => row.terms.length > 0)
          .map((row) => (
            <Terms key={row.id} row={row} />
          ))}
      </section>
    </main>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <p className="label">{label}</p>
      <p className="value">{value}</p>
    </div>
  );
}

function Requirements({ rows }: { readonly rows: readonly MatchDocumentRow[] }) {
  return (
    <table className="requirements">
      <thead>
        <tr>
          <th scope="col">Requirement</th>
          <th scope="col">Importance</th>
          <th scope="col" className="number">
            Required
          </th>
          <th scope="col" className="number">
            Evidenced
          </th>
          <th scope="col" className="number">
            Self
          </th>
          <th scope="col" className="boxes" aria-label="Levels" />
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <TypesetText text={row.competency} />
            </th>
            <td>{row.asked}</td>
            <td className="number">{row.requiredText}</td>
            <td className="number">
              <b>{row.evidencedText}</b>
            </td>
            <td className="number">{row.selfText}</td>
            <td className="boxes">
              <LevelBoxes row={row} />
            </td>
            <td className={row.isMet ? 'nb' : 'nb unmet'}>{row.distance}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One requirement and what counts for it, strongest first. */
function Terms({ row }: { readonly row: MatchDocumentRow }) {
  return (
    <div className="requirement" data-short={row.terms.length <= 6 || undefined}>
      <h3>{row.competency}</h3>
      <p className="label">{row.shareText}</p>
      <table className="terms">
        <thead>
          <tr>
            <th scope="col">Accomplishment</th>
            <th scope="col" className="number">
              Level
            </th>
            <th scope="col">Terms</th>
            <th scope="col" className="number">
              Strength
            </th>
          </tr>
        </thead>
        <tbody>
          {row.terms.map((term) => (
            <tr key={term.id}>
              <td dir="auto">
                <TypesetText text={term.title} />
              </td>
              <td className="number">{term.level}</td>
              <td className="formula">{term.formula}</td>
              <td className="number">
                <b>{term.strength}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
