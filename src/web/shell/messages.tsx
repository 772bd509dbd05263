import { Notifications } from '@mantine/notifications';
import classes from './messages.module.css';

/** Short messages over the page: what was done, with the way back, or why it was not. */
export function Messages() {
  return <Notifications className={classes.messages} position="bottom-center" limit={3} autoClose={6000} />;
}
