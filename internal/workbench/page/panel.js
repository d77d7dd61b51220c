// @ts-check
// Stands in for the panel where the server has none: nothing can be changed here.
export {};
