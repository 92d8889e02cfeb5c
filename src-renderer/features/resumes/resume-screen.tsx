/** One resume: its content at the left, the page that prints at the right. */
import { useParams } from 'wouter';
import { useAnswer } from '../../api.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { useTrail } from '../../ui/trail.tsx';
import { Builder } from './builder/builder.tsx';

export function ResumeScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const answer = useAnswer('getResume', { id });
  useTrail(answer.data?.resume.name);
  if (answer.data !== undefined) return <Builder key={id} builder={answer.data} />;
  return <Answer isWhole of={answer} reading="Reading the resume" />;
}
