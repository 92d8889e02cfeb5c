/** Starts the window: styles, the connection to main, and the first paint. */
import './theme.css';
import './mantine.css';
import '@mantine/core/styles.layer.css';
import './kit.css';
import './fonts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { refetchStaleAnswers } from './api.ts';
import { App } from './app.tsx';

refetchStaleAnswers();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
