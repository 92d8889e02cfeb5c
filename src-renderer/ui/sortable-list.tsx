/** A list that is put in order by dragging, by Alt and the arrows, or by a menu; each move is announced. */
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Menu } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import classes from './sortable-list.module.css';

interface SortableListProps<T> {
  readonly items: readonly T[];
  readonly getId: (item: T) => string;
  /** What the handle and the announcements call it. */
  readonly getLabel: (item: T) => string;
  readonly renderItem: (item: T, index: number) => ReactNode;
  /** The ids in their new order. */
  readonly onReorder: (ids: readonly string[]) => void;
  /** What the list is, for readers. */
  readonly label?: string;
}

/** The list with one entry taken from a place to another. */
function moved(ids: readonly string[], from: number, to: number): readonly string[] {
  const rest = ids.filter((_, index) => index !== from);
  const id = ids[from];
  if (id === undefined) return ids;
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

export function SortableList<T>({ items, getId, getLabel, renderItem, onReorder, label }: SortableListProps<T>) {
  const [announcement, setAnnouncement] = useState('');
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const ids = items.map(getId);
  const nameOf = (id: UniqueIdentifier): string => {
    const item = items.find((candidate) => getId(candidate) === id);
    return item === undefined ? '' : getLabel(item);
  };
  const placeOf = (id: UniqueIdentifier): number => ids.indexOf(String(id)) + 1;

  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    setAnnouncement(`${getLabel(item)}, item ${to + 1} of ${items.length}`);
    onReorder(moved(ids, from, to));
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over !== null) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        screenReaderInstructions: { draggable: 'Alt with the arrow keys moves it. Enter opens a menu of moves.' },
        announcements: {
          onDragStart: ({ active }) => `${nameOf(active.id)} taken up.`,
          onDragOver: ({ over }) => (over === null ? undefined : `Item ${placeOf(over.id)} of ${items.length}.`),
          onDragEnd: ({ active }) => `${nameOf(active.id)} put down.`,
          onDragCancel: ({ active }) => `${nameOf(active.id)} is where it was.`,
        },
      }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ul aria-label={label}>
          {items.map((item, index) => (
            <SortableItem
              key={getId(item)}
              id={getId(item)}
              label={getLabel(item)}
              index={index}
              count={items.length}
              onMove={move}
            >
              {renderItem(item, index)}
            </SortableItem>
          ))}
        </ul>
      </SortableContext>
      <span className="cn-aside" role="status" aria-live="assertive">
        {announcement}
      </span>
    </DndContext>
  );
}

interface SortableItemProps {
  readonly id: string;
  readonly label: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  readonly children: ReactNode;
}

function SortableItem({ id, label, index, count, onMove, children }: SortableItemProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, isDragging } = useSortable({ id, transition: null });
  const [isMenuOpen, setMenuOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setMenuOpen(false);
    onMove(index, index + step);
  };
  return (
    <li
      ref={setNodeRef}
      className={classes.item}
      data-dragging={isDragging || undefined}
      style={{
        transform: transform ? `translate(${Math.round(transform.x)}px, ${Math.round(transform.y)}px)` : undefined,
      }}
    >
      <Menu opened={isMenuOpen} onChange={setMenuOpen} position="bottom-start">
        <Menu.Target>
          <button
            ref={setActivatorNodeRef}
            type="button"
            className={classes.handle}
            data-menu={isMenuOpen || undefined}
            aria-label={`Move ${label}, item ${index + 1} of ${count}`}
            title="Drag, or Alt with the arrow keys"
            onKeyDown={onKeyDown}
            {...listeners}
          >
            <IconGripVertical size={14} stroke={1.6} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={index === 0} onClick={() => onMove(index, 0)}>
            Move to the top
          </Menu.Item>
          <Menu.Item disabled={index === 0} onClick={() => onMove(index, index - 1)}>
            Move up
          </Menu.Item>
          <Menu.Item disabled={index === count - 1} onClick={() => onMove(index, index + 1)}>
            Move down
          </Menu.Item>
          <Menu.Item disabled={index === count - 1} onClick={() => onMove(index, count - 1)}>
            Move to the bottom
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <div className="cn-fill">{children}</div>
    </li>
  );
}
