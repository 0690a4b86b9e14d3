// For HEALTHCHECK: an image without a shell has no curl. Ends with 1 unless the process is ready.
const port = process.env.ADMIN_PORT ?? '9100';
const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
  signal: AbortSignal.timeout(2_500),
}).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
