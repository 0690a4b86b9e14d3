import { createBrowserRouter } from 'react-router';
import { ShopLayout } from '../shop/layout/shop-layout.tsx';
import { controlRoomRoutes } from './control-room-routes.ts';
import { RouteError } from './route-error.tsx';
import { shopRoutes } from './shop-routes.ts';

const nothing = () => null;

export function createRouter() {
  return createBrowserRouter([
    {
      path: '/ops',
      errorElement: <RouteError />,
      HydrateFallback: nothing,
      lazy: async () => ({
        Component: (await import('../control-room/layout/control-room-layout.tsx')).ControlRoomLayout,
      }),
      children: [{ errorElement: <RouteError />, children: controlRoomRoutes }],
    },
    {
      path: '/',
      Component: ShopLayout,
      errorElement: <RouteError />,
      children: [{ errorElement: <RouteError />, children: shopRoutes }],
    },
  ]);
}
