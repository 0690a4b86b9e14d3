export {
  EVENT_TYPES,
  eventCatalogue,
  isEventType,
  type EventPayload,
  type EventType,
} from './event-catalogue.ts';
export { TOPICS, topicOf, type Topic } from './topics.ts';
