import { invokeQuote } from "@acme/quote";
import { invokeRefund } from "@acme/refund";

const price = await invokeQuote({ skus: ["A"], destination: { country: "DE", postcode: "10115" } });
const back = await invokeRefund({ order: "1", paid: price });
console.log(back.amount, back.currency);
