import type { PlanBlock, TaskCardBlock } from '@slack/types';
import { useId } from 'preact/hooks';
import { TaskCard } from './task-card.tsx';
import { Unknown } from './unknown.tsx';

/** Tasks that belong together, in their order. */
export function Plan({ block: { title, tasks = [] } }: { block: PlanBlock }) {
  const id = useId();
  return (
    <section class="plan" aria-labelledby={id}>
      <strong id={id}>{title}</strong>
      <ol>
        {tasks.map((task) => (
          <li>{isTask(task) ? <TaskCard block={task} /> : <Unknown kind="element" type={String(task.type)} />}</li>
        ))}
      </ol>
    </section>
  );
}

/** The tasks of a plan may leave out what they are. */
const isTask = (task: TaskCardBlock | Record<string, unknown>): task is TaskCardBlock =>
  task.type === 'task_card' || task.type === undefined;
