-- However a cancellation was asked for, and however often: an order is cancelled by one saga.
create unique index if not exists one_cancellation on saga (subject_id) where definition = 'cancel-order';
