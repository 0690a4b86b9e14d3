import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { AppError } from '@tradewind/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShopperSession } from './shopper-session.ts';

@Controller('api')
export class SessionController {
  constructor(private readonly session: ShopperSession) {}

  @Get('me')
  me(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const shopperId = this.session.of(request, reply);
    return { shopperId, signedIn: false, name: null, email: null };
  }

  @Get('sign-in')
  signIn(): never {
    throw new AppError(
      'not-found',
      'SIGN_IN.NOT_CONFIGURED',
      'this shop has no sign-in; you can buy as a guest',
    );
  }

  @Post('sign-out')
  @HttpCode(204)
  signOut(@Res({ passthrough: true }) reply: FastifyReply): void {
    this.session.end(reply);
  }
}
