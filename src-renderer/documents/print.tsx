/** The page that is printed. It has no way to main: the printer hands it a model and waits until it is laid out. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { PrintableDocument } from '../../shared/api/document.ts';
import { ResumeSheet } from './resume-sheet.tsx';
import './paper.css';
import './resume-sheet.css';
import './match-report.css';
import './paper-blocks.css';
import './role-sheet.css';
import './track-sheet.css';
import { MatchReportPage } from './match-report.tsx';
import { pageRules } from './page-rules.ts';
import { RoleSheet } from './role-sheet.tsx';
import { RunningPages, runningPageRules } from './running-pages.tsx';
import { TrackSheet } from './track-sheet.tsx';

/** What the printer calls, through `executeJavaScript`. */
interface PrintPage {
  /** Lays the document out; answers the faces it may use, all of them loaded. Rejects when one could not be. */
  cairnPrint?: (document: PrintableDocument, hasBoxes: boolean) => Promise<{ readonly faces: readonly string[] }>;
  /** Lays out the running text alone, for so many pages. */
  cairnPrintRunning?: (
    document: PrintableDocument,
    pageCount: number,
  ) => Promise<{ readonly faces: readonly string[] }>;
}

const page: Window & PrintPage = window;
let root: Root | null = null;
let rules: HTMLStyleElement | null = null;

page.cairnPrint = async (model, hasBoxes) => {
  show(pageOf(model), pageRules(model, hasBoxes), model);
  return loadFaces();
};

page.cairnPrintRunning = async (model, pageCount) => {
  show(<RunningPages document={model} pageCount={pageCount} />, runningPageRules(model), model);
  return loadFaces();
};

function pageOf(model: PrintableDocument): React.ReactNode {
  switch (model.kind) {
    case 'resume':
      return <ResumeSheet document={model} />;
    case 'match':
      return <MatchReportPage document={model} />;
    case 'role':
      return <RoleSheet document={model} />;
    case 'track':
      return <TrackSheet document={model} />;
  }
}

function show(content: React.ReactNode, css: string, model: PrintableDocument): void {
  document.title = model.title;
  document.documentElement.lang = model.language;
  rules ??= document.head.appendChild(document.createElement('style'));
  rules.textContent = css;
  const place = document.querySelector('#paper');
  if (place === null) throw new Error('The page to print has no place for a document.');
  root ??= createRoot(place);
  const shown = root;
  flushSync(() => shown.render(content));
}

/** Faces load lazily, by the characters they hold; one that is missing when it is printed takes all text of its size with it. */
async function loadFaces(): Promise<{ faces: readonly string[] }> {
  const faces = [...document.fonts];
  await Promise.all(faces.map((face) => face.load()));
  await document.fonts.ready;
  const missing = faces.find((face) => face.status !== 'loaded');
  if (missing || faces.length === 0)
    throw new Error(`A face could not be loaded: ${missing?.family ?? 'none is declared'}`);
  // asks for the layout now, so that printing does not wait for it
  document.body.getBoundingClientRect();
  return { faces: faces.map((face) => `${face.family} ${face.weight} ${face.style}`) };
}
