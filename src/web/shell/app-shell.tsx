import { Anchor, Box, Group, NavLink, Stack, Text } from '@mantine/core';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { useMeta } from '#web/api/queries.ts';

/** The rail with every module's objects, beside the page; above it on a phone. */
export function AppShell() {
  const { workspace, navigation, objects } = useMeta();
  const { object: current } = useParams({ strict: false });
  return (
    <Group align="stretch" gap={0} wrap="wrap" mih="100vh">
      <Stack component="nav" gap="xs" p="md" w={{ base: '100%', sm: 220 }} aria-label={workspace.label}>
        <Anchor component={Link} to="/" c="inherit" fw={700}>
          {workspace.label}
        </Anchor>
        {navigation.map((group) => (
          <Box key={group.module}>
            <Text size="xs" c="dimmed">
              {group.label}
            </Text>
            {group.objects.map((name) => (
              <NavLink
                key={name}
                component={Link}
                to={`/${name}`}
                active={name === current}
                label={objects.find((object) => object.name === name)?.plural ?? name}
              />
            ))}
          </Box>
        ))}
      </Stack>
      <Box component="main" id="content" flex={1} miw={0}>
        <Outlet />
      </Box>
    </Group>
  );
}
