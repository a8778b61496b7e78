/** The public API: verbs and the types of the model. The web app and programs of others come in by this door and no other. */
export type * from './model/index.js'
export * from './verbs/index.js'
