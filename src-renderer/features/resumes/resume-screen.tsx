/** One resume: its content at the left, the page that prints at the right. */
import { useParams } from 'wouter';
import { useAnswer } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/pane.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { Builder } from './builder/builder.tsx';

export function ResumeScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const answer = useAnswer('getResume', { id });
  useTrail(answer.data?.resume.name);
  if (answer.data !== undefined) return <Builder key={id} builder={answer.data} />;
  if (answer.error === null) return <Loading label="Reading the resume" />;
  return (
    <Page>
      <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
    </Page>
  );
}
