/** Where a queued call is, as the platform's answer about it says it. */
export interface RequestRecord {
  readonly request_id: string;
  readonly chain_id: "mock";
  readonly deployment_id: "mock";
  readonly status: "QUEUED" | "IN_PROGRESS" | "SUCCEEDED" | "FAILED" | "CANCELED" | "WEBHOOK_FAILED";
  readonly webhook_status: "PENDING" | "SUCCEEDED" | "FAILED" | "CANCELED" | "NO_WEBHOOK_PROVIDED";
  readonly created_at: string;
  readonly status_at: string;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

/** What changes of a record. */
export type RequestChange = Partial<Pick<RequestRecord, "status" | "webhook_status" | "errors">>;

/** The queued calls that can be asked about. */
export interface RequestRecords {
  add(requestId: string, hasWebhook: boolean): void;
  get(requestId: string): RequestRecord | undefined;
  change(requestId: string, change: RequestChange): void;
  count(status: RequestRecord["status"]): number;
}

/** The platform forgets a call an hour after its end; the mock, when so many have come after it. */
const mostRecords = 10_000;

/** Starts with no call. */
export function createRequestRecords(): RequestRecords {
  const records = new Map<string, RequestRecord>();
  return {
    add: (requestId, hasWebhook) => {
      const [oldest] = records.keys();
      if (oldest !== undefined && records.size >= mostRecords) records.delete(oldest);
      records.set(requestId, queuedRecord(requestId, hasWebhook));
    },
    get: (requestId) => records.get(requestId),
    change: (requestId, change) => {
      const record = records.get(requestId);
      if (record !== undefined) records.set(requestId, { ...record, ...change, status_at: now() });
    },
    count: (status) => [...records.values()].filter((record) => record.status === status).length,
  };
}

function queuedRecord(requestId: string, hasWebhook: boolean): RequestRecord {
  const ids = { request_id: requestId, chain_id: "mock", deployment_id: "mock" } as const;
  const webhook_status = hasWebhook ? "PENDING" : "NO_WEBHOOK_PROVIDED";
  return { ...ids, status: "QUEUED", webhook_status, created_at: now(), status_at: now(), errors: [] };
}

function now(): string {
  return new Date().toISOString();
}
