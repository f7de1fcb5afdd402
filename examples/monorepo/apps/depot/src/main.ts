import { invokeDelivery } from "@acme/delivery";

console.log(await invokeDelivery({ destination: { country: "DE", postcode: "10115" } }));
