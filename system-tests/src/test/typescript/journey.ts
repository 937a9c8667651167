// A customer's way from first contact to the reports, by the client that is generated from the OpenAPI document.
// What it needs stands in the environment: KEHU_URL, KEHU_TOKEN, and KEHU_APPROVER_TOKEN of who approves contracts.
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./kehu.js";

type Schemas = components["schemas"];

const patience = 120_000;
const pause = 500;

const price: Schemas["Money"] = { amount: "120000", currency: "USD" };
const today = day(0);
const inAYear = day(365);

const me = login("KEHU_TOKEN");
const approver = login("KEHU_APPROVER_TOKEN");

const customer = await done(
  me.POST("/v1/customers", {
    params: { query: { onDuplicate: "create" } },
    body: { name: "Far Hills 远山", phone: "13812341234" },
  }),
);
const contact = await done(me.POST("/v1/contacts", { body: { name: "Ouyang Xiaoming", customerId: customer.id } }));
tell("customer", customer.name, "with contact", contact.id);

const opened = await done(
  me.POST("/v1/opportunities", {
    body: { name: "ERP", customerId: customer.id, amount: price, expectedCloseDate: today },
  }),
);
const deal = await done(
  me.PUT("/v1/opportunities/{id}/stage", { params: { path: { id: opened.id } }, body: { stage: "WON" } }),
);
tell("opportunity", deal.name, "is", deal.stage?.kind);

const contract = await signedContract(customer.id, deal.id);
tell("contract", contract.number, "is", contract.status);

const ticket = await closedTicket(customer.id);
tell("ticket", ticket.number, "is", ticket.status);

const survey = await eventually("a survey", async () => {
  const query = { filter: `ticketId==${ticket.id}` };
  const surveys = await done(me.GET("/v1/surveys", { params: { query } }));
  return surveys.items[0];
});
await done(
  me.POST("/v1/surveys/{id}/answer", {
    params: { path: { id: survey.id } },
    body: { score: 5, comment: "Solved within the hour 满意" },
  }),
);
tell("survey", survey.id, "is answered");

const reports = await eventually("the reports", async () => {
  const query = { customer: customer.id };
  const winRate = await done(me.GET("/v1/reports/win-rate", { params: { query } }));
  const satisfaction = await done(me.GET("/v1/reports/satisfaction", { params: { query } }));
  const timeline = await done(
    me.GET("/v1/timeline", { params: { query: { subject: `customer:${customer.id}` } } }),
  );
  const happened = new Set(timeline.items.map((item) => item.type));
  const shown =
    winRate.total.won === 1 &&
    satisfaction.total.satisfied === 1 &&
    ["opportunity.won", "contract.signed", "ticket.closed"].every((type) => happened.has(type));
  return shown ? { won: winRate.total.wonAmount, csat: satisfaction.total.csat } : undefined;
});
tell("reports show", reports.won?.amount, reports.won?.currency, "won and a satisfaction of", reports.csat);

async function signedContract(customerId: string, opportunityId: string): Promise<Schemas["ContractView"]> {
  const body = { name: "ERP for Far Hills", customerId, opportunityId, amount: price, startsOn: today, endsOn: inAYear };
  const { id } = await done(me.POST("/v1/contracts", { body }));
  const params = { path: { id } };
  await done(me.POST("/v1/contracts/{id}/submit", { params, body: { comment: "As agreed" } }));
  await done(approver.POST("/v1/contracts/{id}/approve", { params, body: {} }));
  return done(me.POST("/v1/contracts/{id}/sign", { params, body: { signedOn: today } }));
}

async function closedTicket(customerId: string): Promise<Schemas["TicketView"]> {
  const { id } = await done(
    me.POST("/v1/tickets", {
      body: { subject: "Cannot log in 无法登录", type: "TECHNICAL_SUPPORT", priority: "HIGH", customerId },
    }),
  );
  const params = { path: { id } };
  await done(me.POST("/v1/tickets/{id}/assign", { params, body: { assignee: "support" } }));
  await done(me.PUT("/v1/tickets/{id}/status", { params, body: { status: "IN_PROGRESS" } }));
  await done(me.POST("/v1/tickets/{id}/resolve", { params, body: { resolution: "Password reset" } }));
  return done(me.POST("/v1/tickets/{id}/close", { params }));
}

/** The pages of lists, not the files that whoever asks for them gets of the same operation. */
type Json = `application/${string}json`;

function login(token: string): Client<paths, Json> {
  return createClient<paths, Json>({
    baseUrl: given("KEHU_URL"),
    headers: { Authorization: `Bearer ${given(token)}` },
  });
}

function day(daysFromNow: number): string {
  return new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10);
}

function given(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) {
    throw new Error(`${variable} is not set`);
  }
  return value;
}

/** What was answered; an answer that is a problem is thrown. */
async function done<T>(call: Promise<{ data?: T; error?: Schemas["Problem"]; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (data === undefined) {
    const { code, detail, errors = [] } = error ?? {};
    const fields = errors.map(({ field, code }) => `${field} ${code}`).join(", ");
    throw new Error(`${response.url} answers ${response.status} ${code}: ${detail} ${fields}`);
  }
  return data;
}

/** What services learn from each other comes a moment later. */
async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`${what} did not come within ${patience / 1000} s`);
}

function tell(...words: (string | number | undefined)[]): void {
  console.log(words.join(" "));
}
