import { TextArea } from 'react-aria-components/TextArea';
import { FieldError } from 'react-aria-components/FieldError';
import { Form } from 'react-aria-components/Form';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { Dialog } from './dialog.tsx';
import styles from './note-dialog.module.css';

/** Something that an operator is about to do. */
export interface Operation {
  title: string;
  /** What it does, and what it does not. */
  consequence: string;
  action: string;
  noteRequired: boolean;
}

interface Props {
  operation: Operation | null;
  onClose: () => void;
  onConfirm: (note: string) => void;
}

/** Says what an operation does and asks why; the note goes into the audit log. */
export function NoteDialog({ operation, onClose, onConfirm }: Props) {
  return (
    <Dialog title={operation?.title ?? ''} open={operation !== null} onClose={onClose}>
      <p>{operation?.consequence}</p>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(String(new FormData(event.currentTarget).get('note') ?? '').trim());
        }}
      >
        <TextField
          name="note"
          className="field"
          isRequired={operation?.noteRequired ?? false}
          maxLength={500}
          autoFocus
        >
          <Label className="field-label">
            Why{operation?.noteRequired ? '' : ' (may stay empty)'}, for the audit log
          </Label>
          <TextArea className="input" rows={3} />
          <FieldError className="field-error" />
        </TextField>
        <div className={styles.actions}>
          <button type="button" className="button" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" className="button primary">
            {operation?.action}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}
