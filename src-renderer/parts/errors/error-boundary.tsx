/** Keeps a fault of one screen from taking the window with it: the error stands in its place, with a way to try again. */
import { Component, type ReactNode } from 'react';
import { Page } from '../../ui/pane.tsx';
import { ErrorBox } from './error-box.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
}

// React offers this to classes only.
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <Page>
        <ErrorBox error={this.state.error} retry={() => this.setState({ error: null })} />
      </Page>
    );
  }
}
