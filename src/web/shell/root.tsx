import { Notifications } from '@mantine/notifications';
import { Outlet } from '@tanstack/react-router';

/** The page and, above it, short messages. */
export function Root() {
  return (
    <>
      <Outlet />
      <Notifications position="bottom-center" limit={3} autoClose={6000} />
    </>
  );
}
